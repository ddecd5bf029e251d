package io.regulars.local.chaos;

import io.regulars.local.Console;
import io.regulars.local.check.Check;
import io.regulars.local.check.CheckOptions;
import io.regulars.local.check.CheckReport;
import io.regulars.local.command.OperatorToken;
import io.regulars.local.process.Patience;
import io.regulars.local.simulator.FirstPoints;
import io.regulars.local.simulator.Pace;
import io.regulars.local.simulator.Trade;
import io.regulars.local.simulator.TradingDay;
import io.regulars.local.simulator.till.Retries;
import io.regulars.local.simulator.town.Town;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.suite.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A town trades on while one thing after the other goes wrong; afterwards everything must be as it must be. */
public final class Chaos {

    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final Duration QUIET = Duration.ofSeconds(120);
    private static final int ENDLESS = 2_000_000_000;

    private final Suite suite;
    private final Console console;
    private final TownOptions town;
    private final double perSecond;
    private final Clock clock = Clock.systemUTC();

    public Chaos(Suite suite, Console console, TownOptions town, double perSecond) {
        this.suite = suite;
        this.console = console;
        this.town = town;
        this.perSecond = perSecond;
    }

    /** One fault of the plan: it lasts so long, and then there is peace for so long. */
    public record Strike(Fault fault, Duration lasts, Duration peace) {}

    /** How long each fault took to be over, and what the check says of it all. */
    public record Outcome(List<Duration> recoveries, CheckReport report, long receipts, int surprises) {
        public boolean clean() {
            return report.clean()
                    && surprises == 0
                    && recoveries.stream().allMatch(took -> took.compareTo(RECOVERY) < 0);
        }
    }

    /** Plays faults under load, then lets everything come to rest and checks. */
    public Outcome run(Iterable<Strike> plan) {
        Retries patient = Retries.usual().withPatience(Duration.ofMinutes(5));
        try (Trade trade =
                Trade.open(suite.gatewayUrl(), office(), suite.options().data(), town, patient)) {
            TradingDay day = trade.day(Pace.of(perSecond));
            CompletableFuture<Void> trading = CompletableFuture.runAsync(() -> day.play(Town.day(town), told -> {}));
            List<Duration> recoveries = new ArrayList<>();
            try {
                for (Strike strike : plan) recoveries.add(suffer(strike, trade, recoveries.size()));
            } finally {
                day.stop();
            }
            trading.join();
            trade.tally().firstSurprises().forEach(console::say);
            CheckReport report = Check.run(CheckOptions.of(suite.options()).waiting(QUIET));
            return new Outcome(
                    recoveries, report, trade.tally().receipts(), trade.tally().surprises());
        }
    }

    private Duration suffer(Strike strike, Trade trade, int number) {
        rest(strike.peace());
        strike.fault().strike(suite);
        rest(strike.lasts());
        long healed = System.nanoTime();
        strike.fault().heal(suite);
        String run = town.run() + "-" + number;
        boolean recovered = Patience.until(
                RECOVERY,
                Duration.ofMillis(200),
                () -> new FirstPoints(trade.till(), run, town.currency())
                        .printed(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .isPresent());
        Duration took = Duration.ofNanos(System.nanoTime() - healed);
        console.say(
                "%-26s for %4.1f s: %s",
                strike.fault(),
                strike.lasts().toMillis() / 1e3,
                recovered
                        ? "points on a receipt again after %.1f s".formatted(took.toMillis() / 1e3)
                        : "no points on a receipt within " + RECOVERY.toSeconds() + " s");
        return took;
    }

    private String office() {
        return OperatorToken.signedWith(suite.secrets()).mint("head-office", List.of("service"), Duration.ofDays(2));
    }

    /** A fault lasts a time of its own: the one place where time itself is what is waited for. */
    private static void rest(Duration time) {
        Patience.until(time, time, () -> false);
    }

    /** A town that does not run out of things to do while faults go on. */
    public static TownOptions busy(TownOptions town, double perSecond, Duration longest) {
        long receipts = (long) (perSecond * longest.toSeconds() * 2) + 1_000;
        return town.withReceipts((int) Math.min(receipts, ENDLESS));
    }
}
