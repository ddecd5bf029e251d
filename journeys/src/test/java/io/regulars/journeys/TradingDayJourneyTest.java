package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.Console;
import io.regulars.local.chaos.Chaos;
import io.regulars.local.chaos.Plan;
import io.regulars.local.simulator.town.TownOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A town trades with the suite, in peace and under faults; afterwards every count of the check is zero. */
@ResourceLock(TheSuite.MACHINE)
class TradingDayJourneyTest {

    private static final double PER_SECOND = 30;

    @Test
    void nothing_is_lost_or_counted_twice_when_parts_are_killed_frozen_and_stopped() {
        Instant now = Instant.now();
        TownOptions town = TownOptions.of(
                        7, "j" + UUID.randomUUID().toString().substring(0, 6), TownOptions.lastDayBefore(now))
                .withShoppers(500);
        List<Chaos.Strike> faults = Plan.shortRound();
        Chaos chaos =
                new Chaos(SUITE, Console.terminal(), Chaos.busy(town, PER_SECOND, Duration.ofMinutes(3)), PER_SECOND);

        Chaos.Outcome outcome = chaos.run(faults);

        outcome.report().sayTo(Console.terminal());
        assertTrue(outcome.receipts() > 200, () -> "only " + outcome.receipts() + " receipts");
        assertEquals(0, outcome.surprises());
        assertTrue(outcome.clean(), () -> "points came back after " + outcome.recoveries());
    }
}
