package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where, when and which of a member's purchases, by the clock where the programme is. */
class PlaceAndOccasionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        stores: [S-1]                                  | 2026-03-10T12:00 | true
        stores: [S-2]                                  | 2026-03-10T12:00 | false
        channels: [web, store]                         | 2026-03-10T12:00 | true
        channels: [web]                                | 2026-03-10T12:00 | false
        weekdays: [tuesday]                            | 2026-03-10T00:00 | true
        weekdays: [tuesday]                            | 2026-03-10T23:59 | true
        weekdays: [tuesday]                            | 2026-03-11T00:00 | false
        fromTime: "15:00", untilTime: "17:00"          | 2026-03-10T15:00 | true
        fromTime: "15:00", untilTime: "17:00"          | 2026-03-10T16:59 | true
        fromTime: "15:00", untilTime: "17:00"          | 2026-03-10T17:00 | false
        fromTime: "22:00", untilTime: "02:00"          | 2026-03-10T01:59 | true
        fromTime: "22:00", untilTime: "02:00"          | 2026-03-10T22:00 | true
        fromTime: "22:00", untilTime: "02:00"          | 2026-03-10T02:00 | false
        fromDate: 2026-03-10, untilDate: 2026-03-10    | 2026-03-10T00:00 | true
        fromDate: 2026-03-10, untilDate: 2026-03-10    | 2026-03-10T23:59 | true
        fromDate: 2026-03-11                           | 2026-03-10T23:59 | false
        untilDate: 2026-03-09                          | 2026-03-10T00:00 | false
        """)
    void a_rule_has_its_place_and_time(String place, LocalDateTime at, boolean applies) {
        ProgrammeVersion programme = programme("- { id: gift, gives: { fixed: 1 }, place: { " + place + " } }");
        assertEquals(applies ? 1 : 0, points(basketAt(at, line(1, "A", 1_00)), programme));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        firstPurchase: true  | 0 | 0 | false | true
        firstPurchase: true  | 1 | 1 | false | false
        visit: 1             | 0 | 0 | false | true
        visit: 3             | 9 | 2 | false | true
        visit: 3             | 9 | 3 | false | false
        visit: 3             | 9 | 3 | true  | false
        everyVisit: 10       | 9 | 9 | false | true
        everyVisit: 10       | 9 | 19 | false | true
        everyVisit: 10       | 9 | 10 | false | false
        """)
    void a_purchase_has_a_number(String occasion, long purchases, long visits, boolean same, boolean applies) {
        MemberStanding member = member(null, null, purchases, visits, same);
        assertEquals(applies ? 1 : 0, points(basket(line(1, "A", 1_00)), member, occasion(occasion)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        day   | 03-10 | 2026-03-10T00:00 | true
        day   | 03-10 | 2026-03-09T23:59 | false
        day   | 02-29 | 2026-02-28T12:00 | true
        day   | 02-29 | 2028-02-28T12:00 | false
        day   | 02-29 | 2028-02-29T12:00 | true
        week  | 03-15 | 2026-03-09T12:00 | true
        week  | 03-16 | 2026-03-09T12:00 | false
        week  | 01-02 | 2026-12-28T12:00 | true
        month | 03-31 | 2026-03-01T00:00 | true
        month | 04-01 | 2026-03-31T12:00 | false
        """)
    void a_birthday_is_a_day_a_week_or_a_month(String near, String born, LocalDateTime at, boolean applies) {
        MemberStanding member = member(null, MonthDay.parse("--" + born), 1, 1, false);
        assertEquals(applies ? 1 : 0, points(basketAt(at, line(1, "A", 1_00)), member, occasion("birthday: " + near)));
    }

    @Test
    void whose_birthday_is_not_known_has_none() {
        Evaluation evaluation = evaluate(basket(line(1, "A", 1_00)), occasion("birthday: month"));
        assertEquals(0, evaluation.points("points"));
        assertEquals("no: the member's birthday is not known", why(evaluation, "gift"));
    }

    @Test
    void the_day_of_joining_is_not_yet_an_anniversary() {
        ProgrammeVersion programme = occasion("anniversary: day");
        assertEquals(0, points(basketAt(JOINED.atTime(12, 0), line(1, "A", 1_00)), programme));
        assertEquals(1, points(basketAt(LocalDateTime.parse("2025-02-28T12:00"), line(1, "A", 1_00)), programme));
        assertEquals(1, points(basketAt(LocalDateTime.parse("2028-02-29T12:00"), line(1, "A", 1_00)), programme));
        assertEquals(0, points(basketAt(LocalDateTime.parse("2028-02-28T12:00"), line(1, "A", 1_00)), programme));
    }

    @Test
    void other_contacts_earn_what_their_rules_give() {
        ProgrammeVersion programme = programme("""
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: welcome, trigger: signUp, gives: { fixed: 200 } }
                - { id: party, trigger: birthday, gives: { fixed: 50 } }
                - { id: years, trigger: anniversary, gives: { fixed: 30 } }
                - { id: review, trigger: review, gives: { fixed: 5 }, when: "event.numbers['stars'] >= 4" }
                - { id: survey, trigger: survey, gives: { fixed: 6 } }
                - { id: check-in, trigger: checkIn, gives: { fixed: 7 } }
                - { id: referral, trigger: referral, gives: { fixed: 8 } }
                - { id: own, trigger: custom.recycled, gives: { fixed: 9 } }
                """);
        assertEquals(200, points(contact("signUp", Map.of()), programme));
        assertEquals(50, points(contact("birthday", Map.of()), programme));
        assertEquals(30, points(contact("anniversary", Map.of()), programme));
        assertEquals(5, points(contact("review", Map.of("stars", 4L)), programme));
        assertEquals(0, points(contact("review", Map.of("stars", 3L)), programme));
        assertEquals(6 + 0, points(contact("survey", Map.of()), programme));
        assertEquals(7, points(contact("checkIn", Map.of()), programme));
        assertEquals(8, points(contact("referral", Map.of()), programme));
        assertEquals(9, points(contact("custom.recycled", Map.of()), programme));
        assertEquals(0, points(contact("custom.unknown", Map.of()), programme));
    }

    private static Happening contact(String trigger, Map<String, Long> numbers) {
        return Happening.contact(trigger, NOON.atZone(Cafe.BERLIN).toInstant(), Cafe.BERLIN, numbers);
    }

    private static ProgrammeVersion occasion(String occasion) {
        return programme("- { id: gift, gives: { fixed: 1 }, occasion: { " + occasion + " } }");
    }
}
