package io.regulars.loyalty.earning.limit;

import static io.regulars.loyalty.earning.evaluation.Scene.NOON;
import static io.regulars.loyalty.earning.evaluation.Scene.basket;
import static io.regulars.loyalty.earning.evaluation.Scene.document;
import static io.regulars.loyalty.earning.evaluation.Scene.evaluate;
import static io.regulars.loyalty.earning.evaluation.Scene.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.UseRules;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far awards use up a member's limits. */
class UsesTest {

    private static final ProgrammeVersion CLUB =
            document("wallets: [{ id: points, cap: { points: 1000, per: month } }, { id: stars }]", "", """
            - { id: base, gives: { points: 1, per: 1 }, limits: { times: { most: 3, per: week }, cap: { points: 500, per: day } } }
            - { id: stars, wallet: stars, gives: { points: 1, per: 1 } }
            - { id: gift, gives: { fixed: 20 }, limits: { cap: { points: 15, per: day } } }
            """);
    private static final LocalDate DAY = NOON.toLocalDate();
    private static final Instant NOW = Instant.parse("2026-03-10T11:00:00Z");
    private static final Key DAILY = new Key("base", Cadence.DAY, DAY);
    private static final Key WEEKLY = new Key("base", Cadence.WEEK, LocalDate.of(2026, 3, 9));
    private static final Key OF_WALLET = new Key("wallet:points", Cadence.MONTH, LocalDate.of(2026, 3, 1));

    @Test
    void what_awards_used_is_what_was_counted_when_they_were_judged() {
        Happening bought = basket(line(1, "A", 100_00), line(2, "B", 50_00));
        Evaluation evaluation = evaluate(bought, CLUB);
        assertEquals(150 + 15, evaluation.points("points"));
        Map<Key, Tally> uses = UseRules.of(evaluation.awards(), CLUB, DAY, bought.at());
        assertEquals(evaluation.after().member(), uses);
        assertEquals(new Tally(1, 150, bought.at()), uses.get(DAILY));
        assertEquals(new Tally(1, 150, bought.at()), uses.get(WEEKLY));
        assertEquals(new Tally(3, 165, bought.at()), uses.get(OF_WALLET));
    }

    @Test
    void what_was_refused_used_up_nothing() {
        List<Award> refused = List.of(new Award(1, "base", 7, "points", 100, 0, "the cap"));
        assertEquals(Map.of(), UseRules.of(refused, CLUB, DAY, NOW));
        Counters full = new Counters(Map.of(OF_WALLET, new Tally(5, 1_000, NOW)), Map.of(), Map.of());
        assertEquals(
                full.member(),
                evaluate(basket(line(1, "A", 100_00)), full, CLUB).after().member());
        List<Award> noLonger = List.of(new Award(1, "gone", 7, "stars", 100, 100, null));
        assertEquals(Map.of(), UseRules.of(noLonger, CLUB, DAY, NOW));
    }

    @Test
    void what_more_awards_used_is_the_difference() {
        Instant later = NOW.plusSeconds(60);
        Map<Key, Tally> shorter = Map.of(DAILY, new Tally(1, 100, NOW), WEEKLY, new Tally(1, 100, NOW));
        Map<Key, Tally> longer = Map.of(
                DAILY, new Tally(1, 100, NOW), WEEKLY, new Tally(2, 130, later), OF_WALLET, new Tally(1, 30, later));
        assertEquals(
                Map.of(WEEKLY, new Tally(1, 30, later), OF_WALLET, new Tally(1, 30, later)),
                UseRules.more(longer, shorter));
    }

    @Test
    void tallies_add_up_and_know_the_later_time_whichever_came_first() {
        Tally early = new Tally(1, 10, NOW);
        Tally late = new Tally(2, 5, NOW.plusSeconds(1));
        assertEquals(new Tally(3, 15, NOW.plusSeconds(1)), early.and(late));
        assertEquals(new Tally(3, 15, NOW.plusSeconds(1)), late.and(early));
        assertEquals(early, early.and(Tally.NONE));
        assertEquals(early, Tally.NONE.and(early));
        assertNull(Tally.NONE.and(Tally.NONE).last());
    }

    @Test
    void what_is_taken_off_never_leaves_less_than_nothing() {
        Tally some = new Tally(2, 30, NOW);
        assertEquals(new Tally(1, 20, NOW), some.less(new Tally(1, 10, NOW), NOW));
        assertEquals(new Tally(0, 0, null), some.less(new Tally(3, 31, NOW), null));
    }
}
