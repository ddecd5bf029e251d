package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a rule gave nothing, in words, and which of two rules it was. */
class ReasonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        place: { stores: [S-9] }                              | it does not apply in store S-1
        place: { channels: [web] }                            | it does not apply through channel store
        place: { weekdays: [friday] }                         | it does not apply on a tuesday
        place: { fromDate: 2026-03-11 }                       | it begins on 2026-03-11
        place: { untilDate: 2026-03-09 }                      | it ended with 2026-03-09
        place: { fromTime: "12:01", untilTime: "13:00" }      | it applies from 12:01 to 13:00
        place: { fromTime: "13:00", untilTime: "12:00" }      | it applies from 13:00 to 12:00
        occasion: { firstPurchase: true }                     | the member bought 3 times before
        occasion: { visit: 3 }                                | it is visit 4
        occasion: { everyVisit: 3 }                           | it is visit 4
        occasion: { birthday: day }                           | it is not the day of the member's birthday
        occasion: { birthday: week }                          | it is not the week of the member's birthday
        occasion: { anniversary: month }                      | it is not the month of the day of joining
        lines: { kinds: [fee] }                               | no line fits: lines of kind sale do not count
        lines: { exclude: { skus: [A] } }                     | no line fits: sku A is left out
        lines: { exclude: { categories: [category of A] } }   | no line fits: category category of A is left out
        lines: { exclude: { brands: [brand of A] } }          | no line fits: brand brand of A is left out
        lines: { exclude: { labels: [cold, hot] } }           | no line fits: label hot is left out
        lines: { include: { collections: [fall] } }           | no line fits: nothing that is asked for fits
        """)
    void a_purchase_that_does_not_fit(String asked, String why) {
        ProgrammeVersion programme = programme("- { id: gift, gives: { fixed: 1 }, " + asked + " }");
        Evaluation evaluation =
                evaluate(basket(line(1, "A", 1_00, "hot")), member(null, MonthDay.of(6, 1), 3, 3, false), programme);
        assertEquals("no: " + why, why(evaluation, "gift"));
    }

    @Test
    void a_contact_without_a_place_is_in_no_store_and_through_no_channel() {
        Happening review = Happening.contact("review", Instant.parse("2026-03-10T11:00:00Z"), Cafe.BERLIN, Map.of());
        String rule = "- { id: gift, trigger: review, gives: { fixed: 1 }, place: { %s } }";
        assertEquals(
                "no: it does not apply in no store",
                why(evaluate(review, programme(rule.formatted("stores: [S-1]"))), "gift"));
        assertEquals(
                "no: it does not apply through no channel",
                why(evaluate(review, programme(rule.formatted("channels: [app]"))), "gift"));
        assertEquals(1, points(review, programme(rule.formatted("weekdays: [tuesday]"))));
    }

    @Test
    void a_second_purchase_of_a_visit_is_not_the_one_that_is_meant() {
        ProgrammeVersion programme = programme("""
                - { id: third, gives: { fixed: 1 }, occasion: { visit: 3 } }
                - { id: each, gives: { fixed: 1, each: visit } }
                """);
        Evaluation again = evaluate(basket(line(1, "A", 1_00)), member(null, null, 3, 3, true), programme);
        assertEquals("no: it is not the first purchase of its visit", why(again, "third"));
        assertEquals("no: it was given for this visit already", why(again, "each"));
    }

    @Test
    void a_rule_that_holds_and_gives_nothing_says_what_is_missing() {
        ProgrammeVersion programme = programme("""
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: more, gives: { multiply: 2 } }
                - { id: needy, gives: { fixed: 5 }, needsBase: true }
                - { id: each, gives: { fixed: 5, each: line } }
                """);
        Evaluation back = evaluate(basket(line(1, Kind.RETURN, "A", -1_00)), programme);
        assertEquals("no: nothing was paid that counts", why(back, "base"));
        assertEquals("no: no base rule gave anything for its lines", why(back, "more"));
        assertEquals("no: no base rule gave anything", why(back, "needy"));
        assertEquals("no: nothing that fits was bought", why(back, "each"));
    }

    @Test
    void a_receipt_without_lines_fits_what_asks_for_none() {
        String rules = "- { id: gift, gives: { fixed: 10 } }\n"
                + "- { id: hot, gives: { fixed: 10 }, lines: { include: { labels: [hot] } } }";
        Evaluation empty = evaluate(basket(), programme(rules));
        assertEquals(10, empty.points("points"));
        assertEquals(0, empty.awards().get(0).line());
        assertEquals("no: no line fits: there are no lines", why(empty, "hot"));
    }

    @Test
    void a_line_that_cannot_be_judged_alarms_and_the_rule_applies_to_the_others() {
        ProgrammeVersion programme =
                programme("- { id: base, gives: { points: 1, per: 1 }, lines: { when: \"line.labels[0] == 'hot'\" } }");
        Evaluation evaluation = evaluate(basket(line(1, "A", 10_00, "hot"), line(2, "B", 5_00)), programme);
        assertEquals(10, evaluation.points("points"));
        assertTrue(evaluation.explanation().get(0).applied());
        assertTrue(evaluation.explanation().get(0).alarming());
    }

    @Test
    void what_applied_so_often_or_so_lately_says_so() {
        Happening noon = basket(line(1, "A", 1_00));
        ProgrammeVersion once = programme("- { id: gift, gives: { fixed: 1 }, limits: { times: { most: 1 } } }");
        assertEquals(
                "no: it applied 1 times already",
                why(evaluate(noon, evaluate(noon, once).after(), once), "gift"));
        ProgrammeVersion lately = programme("- { id: gift, gives: { fixed: 1 }, limits: { coolDown: P1D } }");
        assertEquals(
                "no: it applied less than P1D ago",
                why(evaluate(noon, evaluate(noon, lately).after(), lately), "gift"));
        ProgrammeVersion capped = programme("- { id: gift, gives: { fixed: 9 }, limits: { cap: { points: 5 } } }");
        assertEquals(
                "the cap of 5 is reached",
                evaluate(noon, capped).awards().get(0).refusal());
        ProgrammeVersion together = document(
                "wallets: [{ id: points, cap: { points: 5, per: day } }]", "", "- { id: gift, gives: { fixed: 9 } }");
        assertEquals(
                "the cap of 5 in this day for all rules is reached",
                evaluate(noon, together).awards().get(0).refusal());
    }

    @Test
    void a_birthday_is_celebrated_once_in_each_year_whatever_day_it_is_by_then() {
        ProgrammeVersion programme = programme("- { id: cake, trigger: birthday, gives: { fixed: 100 } }");
        Evaluation first = evaluate(birthday("2026-03-10"), programme);
        assertEquals(100, first.points("points"));
        Evaluation again = evaluate(birthday("2026-12-31"), first.after(), programme);
        assertEquals("no: it was given in this year already", why(again, "cake"));
        assertEquals(
                100, evaluate(birthday("2027-01-01"), first.after(), programme).points("points"));
        assertEquals(
                100, evaluate(birthday("2026-03-10"), Counters.NONE, programme).points("points"));
    }

    @Test
    void of_equally_good_rules_of_a_group_the_first_one_applies() {
        ProgrammeVersion programme = earning("groups: [{ id: only, choose: best }]", """
                - { id: small, gives: { fixed: 9 }, group: only }
                - { id: one, gives: { fixed: 10 }, group: only }
                - { id: other, gives: { fixed: 10 }, group: only }
                """);
        Evaluation evaluation = evaluate(basket(line(1, "A", 1_00)), programme);
        assertEquals(10, evaluation.points("points"));
        assertEquals("no: of its group one applies", why(evaluation, "other"));
        assertEquals("no: of its group one applies", why(evaluation, "small"));
    }

    @Test
    void what_a_base_rule_makes_too_much_is_not_refused_once_that_is() {
        ProgrammeVersion programme = programme("""
                - { id: twice, gives: { multiply: 2 }, limits: { perReceipt: 50 }, priority: 2 }
                - { id: base, gives: { points: 1, per: 1 }, limits: { perReceipt: 99 } }
                - { id: little, gives: { points: 1, per: 10 } }
                """);
        Evaluation evaluation = evaluate(basket(line(1, "A", 100_00)), programme);
        assertEquals(20, evaluation.points("points"));
        assertEquals(
                List.of("twice", "little", "base"),
                evaluation.awards().stream().map(Award::rule).toList());
        Evaluation fits = evaluate(basket(line(1, "A", 45_00)), programme);
        assertEquals(99, fits.points("points"));
    }

    @Test
    void a_wallets_receipt_may_bring_exactly_its_most_and_the_other_wallet_does_not_care() {
        String wallets = "wallets: [{ id: points, perReceipt: %d }, { id: stars }]";
        String rules = "- { id: base, gives: { points: 1, per: 1 } }\n"
                + "- { id: stars, wallet: stars, gives: { points: 1, per: 1 } }";
        Happening hundred = basket(line(1, "A", 100_00));
        assertEquals(100, points(hundred, document(wallets.formatted(100), "", rules)));
        Evaluation refused = evaluate(hundred, document(wallets.formatted(99), "", rules));
        assertEquals(0, refused.points("points"));
        assertEquals(100, refused.points("stars"));
        assertEquals(
                "the receipt would bring 100, and may bring 99",
                refused.awards().get(0).refusal());
    }

    private static Happening birthday(String day) {
        LocalDateTime midnight = LocalDate.parse(day).atStartOfDay();
        return Happening.contact("birthday", midnight.atZone(Cafe.BERLIN).toInstant(), Cafe.BERLIN, Map.of());
    }
}
