package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.points.life.ExpiryTest.BERLIN;
import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static io.regulars.loyalty.points.life.ExpiryTest.rolling;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.programme.document.ExpiryPolicy.RoundedTo;
import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy.Kind;
import io.regulars.loyalty.programme.document.YearDay;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When earned points can be spent. */
class ActivationTest {

    private static final Instant EARNED = at("2026-03-20T18:00");

    @Test
    void at_once_without_a_policy() {
        assertEquals(EARNED, start(PendingPolicy.NONE).at());
    }

    @Test
    void days_keep_the_local_time_and_hours_are_counted() {
        assertEquals(at("2026-04-03T18:00"), start(after("P14D")).at()); // the clocks were put forward in between
        assertEquals(at("2026-04-03T19:00"), start(after("PT336H")).at());
        assertEquals(at("2026-03-22T06:00"), start(after("P1DT12H")).at());
    }

    @Test
    void fixed_dates_start_with_the_day_after_the_one_of_earning_at_the_earliest() {
        assertEquals(at("2026-07-01T00:00"), start(dates("01-01", "07-01")).at());
        assertEquals(at("2027-03-20T00:00"), start(dates("03-20")).at());
        assertEquals(at("2026-03-21T00:00"), start(dates("03-21")).at());
    }

    @Test
    void an_event_is_waited_for_and_can_be_cancelled_for_a_while() {
        PendingPolicy policy =
                new PendingPolicy(Kind.EVENT, null, null, "custom.delivered", Lapse.of("P14D"), Lapse.of("P90D"));
        Start waiting = start(policy);
        assertNull(waiting.at());
        assertEquals(at("2026-06-18T18:00"), waiting.givenUpAt());
        Instant delivered = at("2026-04-01T09:00");
        assertEquals(at("2026-04-15T09:00"), ActivationRules.afterEvent(policy.cancellation(), delivered, BERLIN));
        assertEquals(delivered, ActivationRules.afterEvent(null, delivered, BERLIN));
    }

    @Test
    void what_is_pending_expires_counted_from_its_start() {
        Instant starts = start(after("P14D")).at();
        assertEquals(
                at("2026-05-04T00:00"),
                ExpiryRules.expiresAt(rolling(Period.ofMonths(1), RoundedTo.DAY), starts, BERLIN));
    }

    private static Start start(PendingPolicy policy) {
        return ActivationRules.start(policy, EARNED, BERLIN);
    }

    private static PendingPolicy after(String lapse) {
        return new PendingPolicy(Kind.AFTER, Lapse.of(lapse), null, null, null, null);
    }

    private static PendingPolicy dates(String... days) {
        List<YearDay> dates = java.util.Arrays.stream(days).map(YearDay::of).toList();
        return new PendingPolicy(Kind.DATES, null, dates, null, null, null);
    }
}
