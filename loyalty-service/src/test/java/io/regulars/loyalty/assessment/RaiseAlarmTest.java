package io.regulars.loyalty.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.regulars.loyalty.assessment.JudgedPile.Unanswerable;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaiseAlarmTest {

    private static final Unanswerable FEET = new Unanswerable("shoes", "feet");
    private static final Unanswerable LACES = new Unanswerable("shoes", "laces");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Standing standing = new Standing();
    private Instant now = Instant.parse("2026-03-10T11:00:00Z");
    private final RaiseAlarm raiseAlarm = new RaiseAlarm(meters, standing, () -> now);

    @Test
    void every_time_is_counted_by_rule() {
        raiseAlarm.on(List.of(FEET, FEET, LACES));
        raiseAlarm.on(List.of(FEET));

        assertEquals(3, counted(FEET));
        assertEquals(1, counted(LACES));
    }

    @Test
    void the_log_hears_of_a_rule_once_an_hour() {
        assertTrue(raiseAlarm.isNews(FEET, now));
        assertTrue(raiseAlarm.isNews(LACES, now));
        assertFalse(raiseAlarm.isNews(FEET, now.plus(Duration.ofMinutes(59))));
        assertTrue(raiseAlarm.isNews(FEET, now.plus(Duration.ofHours(1))));
    }

    @Test
    void the_service_is_degraded_until_all_was_answered_for_an_hour() {
        raiseAlarm.on(List.of());
        assertTrue(standing.parts().isEmpty());

        raiseAlarm.on(List.of(FEET));
        now = now.plus(Duration.ofMinutes(59));
        raiseAlarm.on(List.of());
        assertEquals(State.DEGRADED, standing.parts().get("conditions").state());

        now = now.plus(Duration.ofMinutes(1));
        raiseAlarm.on(List.of());
        assertEquals(State.WORKING, standing.parts().get("conditions").state());
    }

    private double counted(Unanswerable rule) {
        return meters.counter(
                        "regulars.loyalty.conditions.unanswerable", "programme", rule.programme(), "rule", rule.rule())
                .count();
    }
}
