package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.check.Check;
import io.regulars.local.check.CheckOptions;
import io.regulars.local.check.CheckReport;
import io.regulars.local.process.NotStarted;
import io.regulars.local.simulator.FirstPoints;
import io.regulars.local.simulator.FirstPoints.Printed;
import io.regulars.local.simulator.Pace;
import io.regulars.local.simulator.SayTally;
import io.regulars.local.simulator.Trade;
import io.regulars.local.simulator.WhereToLook;
import io.regulars.local.simulator.till.Retries;
import io.regulars.local.simulator.town.Town;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.suite.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One trading day shown to somebody: the first points, the day, the reconciliation, and where to look next. */
final class DemoDay {
    private static final Duration QUIET = Duration.ofSeconds(60);

    private final Suite suite;
    private final Console console;
    private final TownOptions town;
    private final long begun;
    private final Clock clock = Clock.systemUTC();

    /** @param begun when the person began to wait, in nanoseconds */
    DemoDay(Suite suite, Console console, TownOptions town, long begun) {
        this.suite = suite;
        this.console = console;
        this.town = town;
        this.begun = begun;
    }

    /** Whether everything came out as it must. */
    boolean play(Pace pace) {
        OperatorToken operator = OperatorToken.signedWith(suite.secrets());
        String office = operator.mint("head-office", List.of("service"), Duration.ofDays(1));
        Trade trade = Trade.open(suite.gatewayUrl(), office, suite.options().data(), town, Retries.usual());
        Printed first;
        try (trade) {
            first = firstPoints(trade);
            day(trade, pace);
            SayTally.to(console, trade.tally());
        }
        CheckReport report = Check.run(CheckOptions.of(suite.options()).waiting(QUIET));
        report.sayTo(console);
        new WhereToLook(console, suite.options()).say(trade.gateway(), first, clock.instant());
        return report.clean() && trade.tally().surprises() == 0 && trade.tally().givenUps() == 0;
    }

    private Printed firstPoints(Trade trade) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Printed printed = new FirstPoints(trade.till(), town.run(), town.currency())
                .printed(now)
                .orElseThrow(() -> new NotStarted("No points came on the first receipt within a minute; "
                        + "./regulars doctor looks for the reason."));
        console.say("First points on a receipt after %.1f s:", secondsSince(begun));
        printed.text().forEach(line -> console.say("    " + line));
        return printed;
    }

    private void day(Trade trade, Pace pace) {
        console.say(
                "Playing the trading day of %s: %d receipts, %d shoppers, %d stores.",
                town.day(), town.receipts(), town.shoppers(), town.stores());
        long opened = System.nanoTime();
        trade.day(pace)
                .play(
                        Town.day(town),
                        done -> console.progress(
                                done, town.receipts(), "receipts, %.0f/s".formatted(done / secondsSince(opened))));
    }

    private static double secondsSince(long moment) {
        return (System.nanoTime() - moment) / 1e9;
    }
}
