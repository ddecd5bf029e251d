package io.regulars.loyalty.tier.byhand;

import static io.regulars.loyalty.Club.PROGRAMME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.tier.CountedDays;
import io.regulars.loyalty.tier.Progress;
import io.regulars.loyalty.tier.Standing;
import io.regulars.loyalty.tier.standing.TierStanding;
import io.regulars.loyalty.tier.standing.TierStanding.Grant;
import io.regulars.loyalty.tier.standing.TierStanding.Lock;
import io.regulars.loyalty.tier.standing.TierStanding.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LadderByHandTest {

    private static final UUID ANA = new UUID(1, 1);
    private static final Calendar CALENDAR = Calendar.of(PROGRAMME);
    private static final Instant START = Instant.parse("2026-02-20T10:00:00Z");
    private static final LocalDate DAY = CALENDAR.dayOf(START);

    private final Progress progress =
            new Progress(Standing.newcomer(START), START, new CountedDays(List.of()), wallet -> 0, at -> PROGRAMME);

    @Test
    void a_gift_is_a_floor_to_its_last_day_and_is_over_on_the_next() {
        progress.byHand(standing -> standing.given(new Grant("silver", DAY.plusDays(3), Why.GIVEN)), "given");
        assertEquals("given", progress.settle(ANA, START).orElseThrow().why());
        assertEquals(DAY.plusDays(4), progress.due());

        Instant over = CALENDAR.startOf(DAY.plusDays(4));
        progress.reach(over.minusSeconds(1));
        assertTrue(progress.settle(ANA, over).isEmpty());
        progress.reach(over);
        assertEquals("ended", progress.settle(ANA, over).orElseThrow().why());
        assertEquals(List.of(), progress.standing().ladder().standing().grants());
        assertEquals(null, progress.due());
    }

    @Test
    void a_gift_below_what_was_reached_moves_nothing() {
        progress.count(DAY, 3000_00, 0, null);
        progress.settle(ANA, START);
        progress.byHand(standing -> standing.given(new Grant("silver", null, Why.LIFETIME)), "lifetime");
        assertTrue(progress.settle(ANA, START).isEmpty());
        assertEquals("gold", progress.tier());
    }

    @Test
    void a_lock_holds_both_ways_to_its_last_day() {
        progress.byHand(standing -> standing.locked(new Lock("silver", DAY)), "locked");
        assertEquals("silver", progress.settle(ANA, START).orElseThrow().to());
        progress.count(DAY, 3000_00, 0, null);
        assertTrue(progress.settle(ANA, START).isEmpty());
        progress.reach(CALENDAR.startOf(DAY.plusDays(1)));
        assertEquals("gold", progress.settle(ANA, START).orElseThrow().to());
        progress.byHand(TierStanding::unlocked, "unlocked");
        assertTrue(progress.settle(ANA, START).isEmpty());
    }

    @Test
    void whoever_falls_begins_in_the_lowest_and_reaches_at_once_what_still_counts() {
        progress.count(DAY, 700_00, 0, null);
        progress.settle(ANA, START);
        progress.fall();
        progress.settle(ANA, START);
        assertEquals("silver", progress.tier());
        progress.count(DAY, -700_00, 0, null);
        progress.fall();
        assertEquals("ended", progress.settle(ANA, START).orElseThrow().why());
        assertEquals("bronze", progress.tier());
    }
}
