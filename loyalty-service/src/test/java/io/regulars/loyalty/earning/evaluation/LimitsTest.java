package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Happening HUNDRED = basket(line(1, "A", 100_00));

    @Test
    void with_950_of_1000_used_100_earn_50_and_the_other_50_are_refused_with_the_reason() {
        ProgrammeVersion programme = base("cap: { points: 1000, per: month }");
        Key march = new Key("base", Cadence.MONTH, LocalDate.of(2026, 3, 1));
        Evaluation evaluation = evaluate(HUNDRED, used(march, 950), programme);
        Award award = evaluation.awards().get(0);
        assertEquals(100, award.desired());
        assertEquals(50, award.actual());
        assertEquals("the cap of 1000 in this month is reached", award.refusal());
        assertEquals(1000, evaluation.after().tally(march).points());
        assertEquals(7, award.version());
    }

    @Test
    void a_cap_and_a_budget_are_used_up_line_by_line() {
        Happening two = basket(line(1, "A", 100_00), line(2, "B", 100_00));
        List<Long> capped = evaluate(two, base("cap: { points: 150, per: day }")).awards().stream()
                .map(Award::actual)
                .toList();
        assertEquals(List.of(100L, 50L), capped);
        ProgrammeVersion budget = earning(
                "budgets: [{ id: b, points: 130 }]",
                "- { id: base, gives: { points: 1, per: 1 }, limits: { budget: b } }");
        assertEquals(130, points(two, budget));
    }

    @Test
    void a_cap_begins_anew_with_its_period() {
        ProgrammeVersion programme = base("cap: { points: 150, per: month }");
        Counters counters = Counters.NONE;
        long[] earned = new long[3];
        LocalDateTime[] times = {
            LocalDateTime.parse("2026-03-10T12:00"),
            LocalDateTime.parse("2026-03-31T23:59"),
            LocalDateTime.parse("2026-04-01T00:00")
        };
        for (int i = 0; i < times.length; i++) {
            Evaluation evaluation = evaluate(basketAt(times[i], line(1, "A", 100_00)), counters, programme);
            earned[i] = evaluation.points("points");
            counters = evaluation.after();
        }
        assertEquals(
                List.of(100L, 50L, 100L),
                java.util.Arrays.stream(earned).boxed().toList());
    }

    @Test
    void a_rule_applies_so_many_times_a_period() {
        ProgrammeVersion programme = base("times: { most: 1, per: day }");
        Evaluation first = evaluate(HUNDRED, Counters.NONE, programme);
        Evaluation second = evaluate(HUNDRED, first.after(), programme);
        assertEquals(100, first.points("points"));
        assertEquals(0, second.points("points"));
        assertEquals("no: it applied 1 times already in this day", why(second, "base"));
        Happening tomorrow = basketAt(NOON.plusDays(1).withHour(0), line(1, "A", 100_00));
        assertEquals(100, evaluate(tomorrow, second.after(), programme).points("points"));
    }

    @Test
    void a_rule_cools_down_to_the_minute() {
        ProgrammeVersion programme = base("coolDown: PT24H");
        Counters after = evaluate(HUNDRED, programme).after();
        Happening early = basketAt(NOON.plusDays(1).minusMinutes(1), line(1, "A", 100_00));
        Happening late = basketAt(NOON.plusDays(1), line(1, "A", 100_00));
        assertEquals(0, evaluate(early, after, programme).points("points"));
        assertEquals(100, evaluate(late, after, programme).points("points"));
    }

    @Test
    void what_is_too_much_for_one_receipt_is_refused_whole_and_nothing_builds_on_it() {
        ProgrammeVersion programme = programme("""
                - { id: base, gives: { points: 1, per: 1 }, limits: { perReceipt: 99 } }
                - { id: twice, gives: { multiply: 2 }, limits: { perReceipt: 1000 } }
                """);
        Evaluation evaluation = evaluate(HUNDRED, programme);
        assertEquals(0, evaluation.points("points"));
        assertEquals(100, evaluation.awards().get(0).desired());
        assertEquals("no: it would bring 100, more than the 99 it may bring on one receipt", why(evaluation, "base"));
        assertEquals("no: no base rule gave anything for its lines", why(evaluation, "twice"));
        assertEquals(99 * 2, points(basket(line(1, "A", 99_00)), programme));
    }

    @Test
    void also_what_multiplies_or_is_fixed_is_refused_whole_where_it_is_too_much() {
        Evaluation evaluation = evaluate(basket(line(1, "A", 60_00), line(2, "B", 40_00)), programme("""
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: twice, gives: { multiply: 2 }, limits: { perReceipt: 50 } }
                - { id: each, gives: { fixed: 5, each: line }, limits: { perReceipt: 9 } }
                """));
        assertEquals(100, evaluation.points("points"));
        assertEquals("no: it would bring 100, more than the 50 it may bring on one receipt", why(evaluation, "twice"));
        assertEquals("no: it would bring 10, more than the 9 it may bring on one receipt", why(evaluation, "each"));
    }

    @Test
    void a_budget_gives_what_is_left_of_it_and_then_nothing() {
        ProgrammeVersion programme = earning("budgets: [{ id: spring, points: 250 }]", """
                - { id: base, gives: { points: 1, per: 1 }, limits: { budget: spring } }
                - { id: gift, gives: { fixed: 20 }, limits: { budget: spring } }
                """);
        Evaluation first = evaluate(HUNDRED, programme);
        Evaluation second = evaluate(HUNDRED, first.after(), programme);
        Evaluation third = evaluate(HUNDRED, second.after(), programme);
        assertEquals(120, first.points("points"));
        assertEquals(120, second.points("points"));
        assertEquals(10, third.points("points"));
        assertEquals("the budget spring is used up", third.awards().get(0).refusal());
        assertEquals(250, third.after().spentOf("spring"));
        assertEquals(0, evaluate(HUNDRED, third.after(), programme).points("points"));
    }

    @Test
    void a_balance_has_a_most() {
        ProgrammeVersion programme = document(
                "wallets: [{ id: points, maxBalance: 500 }]", "", "- { id: base, gives: { points: 1, per: 1 } }");
        Counters full = new Counters(Map.of(), Map.of(), Map.of("points", 470L));
        Evaluation evaluation = evaluate(HUNDRED, full, programme);
        assertEquals(30, evaluation.points("points"));
        assertEquals(
                "a balance of 500 is the most there may be",
                evaluation.awards().get(0).refusal());
        Counters over = new Counters(Map.of(), Map.of(), Map.of("points", 600L));
        assertEquals(0, evaluate(HUNDRED, over, programme).points("points"));
    }

    @Test
    void a_wallet_caps_all_rules_together_and_refuses_a_receipt_that_is_too_much() {
        String rules = "- { id: base, gives: { points: 1, per: 1 } }\n- { id: gift, gives: { fixed: 50 } }";
        Evaluation capped =
                evaluate(HUNDRED, document("wallets: [{ id: points, cap: { points: 120, per: day } }]", "", rules));
        assertEquals(
                List.of(100L, 20L), capped.awards().stream().map(Award::actual).toList());
        Evaluation refused = evaluate(HUNDRED, document("wallets: [{ id: points, perReceipt: 149 }]", "", rules));
        assertEquals(0, refused.points("points"));
        assertEquals(150, refused.awards().stream().mapToLong(Award::desired).sum());
    }

    @Test
    void a_rule_without_limits_leaves_no_counters() {
        Evaluation evaluation = evaluate(HUNDRED, base(""));
        assertEquals(Map.of(), evaluation.after().member());
        assertNull(evaluation.awards().get(0).refusal());
    }

    @Test
    void it_is_known_beforehand_which_counters_are_needed() {
        ProgrammeVersion programme = document(
                "wallets: [{ id: points, cap: { points: 9, per: week } }]",
                "",
                "- { id: base, gives: { points: 1, per: 1 }, limits: { times: { most: 3, per: year }, coolDown: P1D"
                        + " } }");
        LocalDate day = NOON.toLocalDate();
        assertEquals(
                Set.of(
                        new Key("base", Cadence.YEAR, LocalDate.of(2026, 1, 1)),
                        new Key("base", Cadence.EVER, LocalDate.EPOCH),
                        new Key("wallet:points", Cadence.WEEK, LocalDate.of(2026, 3, 9))),
                LimitRules.keys(programme, day));
        assertEquals(
                LimitRules.keys(programme, day),
                evaluate(HUNDRED, programme).after().member().keySet());
    }

    private static ProgrammeVersion base(String limits) {
        return programme("- { id: base, gives: { points: 1, per: 1 }, limits: { " + limits + " } }");
    }

    private static Counters used(Key key, long points) {
        return new Counters(Map.of(key, new Tally(1, points, null)), Map.of(), Map.of());
    }
}
