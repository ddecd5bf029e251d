package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.chaos.Chaos;
import io.regulars.local.chaos.Plan;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import io.regulars.local.truth.TruthLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets things go wrong under load and checks that nothing is lost or counted twice. */
@Command(name = "chaos", description = "Kills, freezes and stops parts under load, then checks.", sortOptions = false)
public final class ChaosCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--minutes", paramLabel = "N", description = "At random for so long; without it, each fault once.")
    private Integer minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Which faults and which town (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rate", defaultValue = "150", description = "Receipts a second meanwhile (${DEFAULT-VALUE}).")
    private double rate;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    public ChaosCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Suite suite = UntilInterrupted.start(options, console);
        Duration time = Duration.ofMinutes(minutes == null ? 5 : minutes);
        Instant now = Clock.systemUTC().instant();
        TownOptions town = TownOptions.of(seed, "chaos-" + now.getEpochSecond(), TownOptions.lastDayBefore(now))
                .withShoppers(5_000)
                .withCurrency(options.currency())
                .inChapter(TruthLog.runs(options.data()));
        Chaos chaos = new Chaos(suite, console, Chaos.busy(town, rate, time), rate);
        console.say("Seed %d, %.0f receipts a second.", seed, rate);
        Chaos.Outcome outcome = chaos.run(minutes == null ? Plan.everyFault() : Plan.random(seed, time));
        console.say(
                "%d receipts, %d faults.",
                outcome.receipts(), outcome.recoveries().size());
        outcome.report().sayTo(console);
        suite.close();
        return outcome.clean() ? 0 : 1;
    }
}
