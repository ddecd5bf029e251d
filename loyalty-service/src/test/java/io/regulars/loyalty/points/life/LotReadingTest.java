package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.Club.NOON;
import static java.time.Duration.ofDays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.points.life.LotReading.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LotReadingTest {

    private static final Instant END = NOON.plus(ofDays(10));

    @Test
    void a_lot_is_what_its_dates_say_whether_or_not_it_was_posted() {
        DatedLot waiting = lot(40, DatedLot.State.PENDING);
        assertEquals(new LotReading(State.PENDING, 40, 0), LotReading.of(waiting, 0, NOON.minusNanos(1)));
        assertEquals(new LotReading(State.ACTIVE, 40, 0), LotReading.of(waiting, 0, NOON));
        assertEquals(new LotReading(State.ACTIVE, 40, 0), LotReading.of(waiting, 0, END.minusNanos(1)));
        assertEquals(new LotReading(State.EXPIRED, 0, 40), LotReading.of(waiting, 0, END));
    }

    @Test
    void once_it_is_empty_it_tells_where_its_points_went() {
        assertEquals(new LotReading(State.EXPIRED, 0, 15), LotReading.of(lot(0, DatedLot.State.EXPIRED), 15, END));
        assertEquals(new LotReading(State.SPENT, 0, 0), LotReading.of(lot(0, DatedLot.State.EXPIRED), 0, END));
        assertEquals(new LotReading(State.SPENT, 0, 0), LotReading.of(lot(0, DatedLot.State.ACTIVE), 0, NOON));
    }

    private static DatedLot lot(long remaining, DatedLot.State posted) {
        return new DatedLot(1, "points", NOON, NOON, END, remaining, posted);
    }
}
