package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.simulator.Pace;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import io.regulars.local.truth.TruthLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
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

    private final Console console;

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
        long begun = System.nanoTime();
        Suite suite = UntilInterrupted.start(options, console);
        console.say("Ready after %.1f s.", (System.nanoTime() - begun) / 1e9);
        boolean clean = new DemoDay(suite, console, town(), begun).play(rate > 0 ? Pace.of(rate) : Pace.flatOut());
        if (exit) return clean ? 0 : 1;
        console.say("Ctrl-C stops everything; the data stays in %s.", options.data());
        UntilInterrupted.stay();
        return 0;
    }

    private TownOptions town() {
        Instant now = Clock.systemUTC().instant();
        return TownOptions.of(seed, RUN.format(now), TownOptions.lastDayBefore(now))
                .withShoppers(shoppers)
                .withReceipts(receipts)
                .withCurrency(options.currency())
                .inChapter(TruthLog.runs(options.data()));
    }
}
