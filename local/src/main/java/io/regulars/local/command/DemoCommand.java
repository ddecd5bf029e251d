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
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.Town;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import io.regulars.local.truth.TruthLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, plays a trading day as tills would, reconciles it, and says where to look next. */
@Command(
        name = "demo",
        description = "Starts everything, plays a trading day through the gateway and reconciles it.",
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Duration QUIET = Duration.ofSeconds(60);

    private final Console console;
    private final Clock clock = Clock.systemUTC();
    private final long begun = System.nanoTime();

    @Option(names = "--exit", description = "Stops at the end; exit code 0 only if the reconciliation is clean.")
    private boolean exit;

    @Option(
            names = "--shoppers",
            defaultValue = "1000",
            paramLabel = "N",
            description = "How many people live in the town (${DEFAULT-VALUE}).")
    private int shoppers;

    @Option(
            names = "--receipts",
            defaultValue = "3000",
            paramLabel = "N",
            description = "Purchases and refunds of the day (${DEFAULT-VALUE}).")
    private int receipts;

    @Option(
            names = "--rate",
            defaultValue = "150",
            paramLabel = "N",
            description = "Receipts a second, 0 for flat out (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Which town it is (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Suite suite = new Suite(options, console);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "suite-end"));
        suite.start();
        console.say("Ready after %.1f s.", sinceBegun());
        boolean clean = show(suite);
        if (exit) return clean ? 0 : 1;
        console.say("Ctrl-C stops everything; the data stays in %s.", options.data());
        stayUntilInterrupted();
        return 0;
    }

    private boolean show(Suite suite) {
        TownOptions town = town();
        OperatorToken operator = OperatorToken.signedWith(suite.secrets());
        String office = operator.mint("head-office", List.of("service"), Duration.ofDays(1));
        Trade trade = Trade.open(suite.gatewayUrl(), office, options.data(), town, Retries.usual());
        Printed first;
        try (trade) {
            first = firstPoints(trade, town);
            List<Act> acts = Town.day(town);
            console.say(
                    "Playing the trading day of %s: %d receipts, %d shoppers, %d stores.",
                    town.day(), town.receipts(), town.shoppers(), town.stores());
            long opened = System.nanoTime();
            trade.day(rate > 0 ? Pace.of(rate) : Pace.flatOut())
                    .play(
                            acts,
                            done -> console.progress(
                                    done, town.receipts(), "receipts, %.0f/s".formatted(done / secondsSince(opened))));
            SayTally.to(console, trade.tally());
        }
        CheckReport report = Check.run(CheckOptions.of(options).waiting(QUIET));
        report.sayTo(console);
        new WhereToLook(console, options).say(trade.gateway(), first, clock.instant());
        return report.clean() && trade.tally().surprises() == 0 && trade.tally().givenUps() == 0;
    }

    private TownOptions town() {
        Instant now = clock.instant();
        return TownOptions.of(seed, RUN.format(now), TownOptions.lastDayBefore(now))
                .withShoppers(shoppers)
                .withReceipts(receipts)
                .withCurrency(options.currency())
                .inChapter(TruthLog.runs(options.data()));
    }

    private Printed firstPoints(Trade trade, TownOptions town) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Printed printed = new FirstPoints(trade.till(), town.run(), town.currency())
                .printed(now)
                .orElseThrow(() -> new NotStarted("No points came on the first receipt within a minute; "
                        + "./regulars doctor looks for the reason."));
        console.say("First points on a receipt after %.1f s:", sinceBegun());
        printed.text().forEach(line -> console.say("    " + line));
        return printed;
    }

    private double sinceBegun() {
        return secondsSince(begun);
    }

    private static double secondsSince(long moment) {
        return (System.nanoTime() - moment) / 1e9;
    }

    private static void stayUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
