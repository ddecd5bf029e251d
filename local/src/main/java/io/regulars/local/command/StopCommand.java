package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.suite.RunningSuite;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the suite that another shell started. */
@Command(name = "stop", description = "Stops the suite that another shell started.")
public final class StopCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory it runs in (~/.regulars).")
    private Path data = SuiteOptions.usualData();

    public StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<RunningSuite> running = RunningSuite.in(data);
        if (running.isEmpty()) {
            console.say("Nothing runs in %s.", data);
            return 0;
        }
        console.say("Stopping the suite in %s (pid %d).", data, running.get().pid());
        boolean stopped = running.get().stop(PATIENCE);
        console.say(stopped ? "Stopped." : "It has not stopped within " + PATIENCE.toSeconds() + " s.");
        return stopped ? 0 : 1;
    }
}
