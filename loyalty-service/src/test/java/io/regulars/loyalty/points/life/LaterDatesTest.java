package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.points.life.ExpiryTest.BERLIN;
import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static io.regulars.loyalty.points.life.ExpiryTest.dates;
import static io.regulars.loyalty.points.life.ExpiryTest.rolling;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ExpiryPolicy.Kind;
import io.regulars.loyalty.programme.document.ExpiryPolicy.RoundedTo;
import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaterDatesTest {

    @Test
    void what_was_promised_is_read_as_it_was_kept() {
        ExpiryPolicy idle = new ExpiryPolicy(
                Kind.INACTIVITY, Period.of(1, 2, 3), RoundedTo.QUARTER, null, null, List.of("purchase", "visit"));
        for (ExpiryPolicy policy : List.of(
                ExpiryPolicy.NEVER,
                rolling(Period.ofMonths(12), RoundedTo.INSTANT),
                dates(Period.ofDays(3), "12-31", "02-29"),
                idle)) {
            for (Lapse cancellation : new Lapse[] {null, Lapse.of("P14DT12H")}) {
                LaterDates later = new LaterDates(cancellation, policy);
                assertEquals(later, Json.read(Json.bytes(later), LaterDates.class));
            }
        }
    }

    @Test
    void what_lies_in_the_books_is_understood_for_ever() {
        String kept = """
            {"cancellation":"P14D","expiry":{"kind":"INACTIVITY","after":"P6M","until":"DAY","dates":[],
             "atLeast":"P0D","activities":["purchase","checkIn"]}}""";
        ExpiryPolicy idle =
                new ExpiryPolicy(Kind.INACTIVITY, Period.ofMonths(6), null, null, null, List.of("purchase", "checkIn"));
        LaterDates later = new LaterDates(Lapse.of("P14D"), idle);
        assertEquals(later, Json.read(kept.getBytes(StandardCharsets.UTF_8), LaterDates.class));
        assertEquals(kept.replaceAll("\\s", ""), new String(Json.bytes(later), StandardCharsets.UTF_8));
    }

    @Test
    void what_waited_starts_after_its_event_and_ends_counted_from_there() {
        LaterDates later = new LaterDates(Lapse.of("P14D"), rolling(Period.ofMonths(1), RoundedTo.DAY));
        DatedLot waiting = new DatedLot(3, "points", at("2026-01-01T12:00"), null, null, 25, State.PENDING);
        DatedLot started = later.started(waiting, at("2026-01-17T12:00"), Map.of(), BERLIN);
        assertEquals(at("2026-01-31T12:00"), started.startsAt());
        assertEquals(at("2026-03-01T00:00"), started.expiresAt());
        assertEquals(List.of(3L, 25L), List.of(started.number(), started.remaining()));
        assertEquals(State.PENDING, started.posted());
    }

    @Test
    void a_sign_of_life_puts_off_what_has_a_start_and_ends_with_inactivity() {
        LaterDates idle =
                new LaterDates(null, new ExpiryPolicy(Kind.INACTIVITY, Period.ofMonths(6), null, null, null, null));
        DatedLot lot = new DatedLot(
                1, "points", at("2026-01-01T12:00"), at("2026-01-01T12:00"), at("2026-07-02T00:00"), 10, State.ACTIVE);
        Instant bought = at("2026-02-01T12:00");
        assertEquals(
                at("2026-08-02T00:00"),
                idle.prolonged(lot, "purchase", bought, BERLIN).expiresAt());
        assertEquals(lot, idle.prolonged(lot, "survey", bought, BERLIN));
        assertEquals(lot, idle.prolonged(lot, "purchase", at("2025-12-01T12:00"), BERLIN));
        DatedLot waiting = new DatedLot(2, "points", at("2026-01-01T12:00"), null, null, 10, State.PENDING);
        assertEquals(waiting, idle.prolonged(waiting, "purchase", bought, BERLIN));
        LaterDates fixed = new LaterDates(null, rolling(Period.ofMonths(6), RoundedTo.DAY));
        assertEquals(lot, fixed.prolonged(lot, "purchase", bought, BERLIN));
        assertEquals(List.of(true, false), List.of(idle.endsWithInactivity(), fixed.endsWithInactivity()));
    }

    @Test
    void what_never_ends_is_not_brought_to_an_end_by_a_later_one() {
        DatedLot ever =
                new DatedLot(1, "points", at("2026-01-01T12:00"), at("2026-01-01T12:00"), null, 10, State.ACTIVE);
        assertEquals(ever, ever.lastingTo(at("2026-08-02T00:00")));
        DatedLot ending = new DatedLot(
                1, "points", at("2026-01-01T12:00"), at("2026-01-01T12:00"), at("2026-07-02T00:00"), 10, State.ACTIVE);
        assertNull(ending.lastingTo(null).expiresAt());
    }
}
