package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.check.Check;
import io.regulars.local.check.CheckOptions;
import io.regulars.local.check.CheckReport;
import io.regulars.local.suite.SuiteOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts what must be 0: lost, doubled, made up, out of balance, out of order, stuck. */
@Command(
        name = "check",
        description = "Reads everything and counts what must be 0: lost, doubled, out of balance, out of order, stuck.",
        sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--wait",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "How long things may take to come to rest (${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckOptions checked = CheckOptions.of(options).in(System.getenv()).waiting(Duration.ofSeconds(seconds));
        CheckReport report = Check.run(checked);
        report.sayTo(console);
        return report.clean() ? 0 : 1;
    }
}
