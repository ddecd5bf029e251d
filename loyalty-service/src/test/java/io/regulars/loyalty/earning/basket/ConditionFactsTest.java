package io.regulars.loyalty.earning.basket;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Applied;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Tender;
import io.regulars.loyalty.earning.evaluation.Scene;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.condition.Condition.Answer;
import io.regulars.loyalty.programme.condition.Conditions;
import io.regulars.loyalty.programme.condition.Vocabulary.Scope;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind each word of a condition stands what it says. */
class ConditionFactsTest {

    /** A Tuesday, 12:34 where the programme is. */
    private static final Instant AT = Instant.parse("2026-03-10T11:34:56Z");

    private static final Purchase.Line TEA = new Purchase.Line(
            1,
            Kind.SALE,
            "TEA",
            "drinks",
            "House",
            "spring",
            List.of("hot", "green"),
            new BigDecimal("2"),
            12_00L,
            List.of(new Applied("coupon", "LESS", 2_00L)),
            1_60,
            10_00L);
    private static final Purchase.Line BACK =
            new Purchase.Line(2, Kind.RETURN, null, null, null, null, null, null, null, null, 0, -3_00L);
    private static final MemberStanding ANA = new MemberStanding(
            Status.ACTIVE,
            "gold",
            Scene.JOINED,
            MonthDay.of(2, 29),
            41,
            17,
            false,
            Map.of("diet", "vegan"),
            Set.of("regulars", "early"));
    private static final MemberStanding UNKNOWN = MemberStanding.newcomer(null, LocalDate.of(2026, 3, 10));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "basket.total == money('7.50')",
                "basket.tax == money('1.60')",
                "basket.store == 'S-1'",
                "basket.channel == 'store'",
                "size(basket.lines) == 2",
                "size(basket.tenders) == 2",
                "basket.tenders[0].type == 'card' && basket.tenders[0].amount == money('5')",
                "basket.tenders[1].type == '' && basket.tenders[1].amount == money('2.50')",
                "basket.codes == ['WELCOME']",
                "time.date == '2026-03-10'",
                "time.year == 2026 && time.month == 3 && time.day == 10",
                "time.weekday == 'tuesday' && time.hour == 12 && time.minute == 34",
                "member.tier == 'gold'",
                "member.daysSinceJoining == 740",
                "member.birthMonth == 2 && member.birthDay == 29",
                "member.purchases == 41 && member.visits == 17",
                "member.attributes == {'diet': 'vegan'}",
                "member.segments == ['early', 'regulars']"
            })
    void a_purchase(String condition) {
        holds(condition, Scope.PURCHASE, new ConditionFacts(bought(), ANA).ofAll());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line.number == 1 && line.kind == 'sale' && line.sku == 'TEA'",
                "line.category == 'drinks' && line.brand == 'House' && line.collection == 'spring'",
                "line.labels == ['hot', 'green'] && line.quantity == 2",
                "line.listAmount == money('12') && line.tax == money('1.60') && line.amount == money('10')",
                "basket.total == money('7.50') && time.day == 10 && member.tier == 'gold'"
            })
    void a_line(String condition) {
        holds(condition, Scope.LINE_OF_PURCHASE, new ConditionFacts(bought(), ANA).ofLine(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line.number == 2 && line.kind == 'return' && line.amount == -300 && line.listAmount == -300",
                "line.sku == '' && line.category == '' && line.brand == '' && line.collection == ''",
                "line.labels == [] && line.tax == 0",
                "member.tier == '' && member.daysSinceJoining == 0",
                "member.birthMonth == 0 && member.birthDay == 0 && member.purchases == 0 && member.visits == 0",
                "member.attributes == {} && member.segments == []"
            })
    void what_is_unknown_is_empty_or_nothing(String condition) {
        holds(condition, Scope.LINE_OF_PURCHASE, new ConditionFacts(bought(), UNKNOWN).ofLine(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.type == 'review' && event.store == 'S-2' && event.channel == 'app'",
                "event.numbers == {'stars': 5} && event.words == {}",
                "member.tier == 'gold' && time.hour == 12"
            })
    void another_contact(String condition) {
        Happening review = Happening.contact("review", AT, Cafe.BERLIN, "S-2", "app", Map.of("stars", 5L));
        holds(condition, Scope.EVENT_ONLY, new ConditionFacts(review, ANA).ofAll());
    }

    private static Happening bought() {
        return Happening.purchase(
                new Purchase(
                        "S-1",
                        "T-1",
                        "R-1",
                        LocalDate.of(2026, 3, 10),
                        AT,
                        "store",
                        "EUR",
                        7_50L,
                        true,
                        1_60,
                        0,
                        50,
                        false,
                        null,
                        List.of(TEA, BACK),
                        List.of(new Applied("coupon", "WELCOME", 0L), new Applied("manual", null, 0L)),
                        List.of(new Tender("card", 5_00), new Tender(null, 2_50))),
                Cafe.BERLIN);
    }

    private static void holds(String condition, Scope scope, Map<String, ?> facts) {
        Answer answer = Conditions.inMinorDigits(2).read(condition, scope).ask(facts);
        assertTrue(answer.holds(), answer::why);
    }
}
