package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.replay.RetailReplay;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays real data through the suite on the data's own clock, then compares with figures taken straight from the file. */
@Command(name = "replay", description = "Replays the Online Retail data set and compares.", sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--online-retail",
            required = true,
            paramLabel = "FILE",
            description = "The CSV file, may be gzipped.")
    private Path file;

    @Option(
            names = "--lines",
            defaultValue = "9223372036854775807",
            paramLabel = "N",
            description = "Only so many lines of it.")
    private long lines;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    public ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.withClock("topic").dealingIn("GBP", "Europe/London");
        Suite suite = UntilInterrupted.start(options, console);
        RetailReplay.Outcome outcome = new RetailReplay(suite, console, file, lines).run();
        outcome.report().sayTo(console);
        outcome.differences().stream().limit(20).forEach(console::say);
        console.say(
                "%d receipts replayed; %d differences from the file.",
                outcome.receipts(), outcome.differences().size());
        suite.close();
        return outcome.clean() ? 0 : 1;
    }
}
