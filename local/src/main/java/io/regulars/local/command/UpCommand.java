package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything and stays until Ctrl-C or {@code ./regulars stop}. */
@Command(name = "up", description = "Starts everything and stays until Ctrl-C.", sortOptions = false)
public final class UpCommand implements Runnable {
    private final Console console;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    public UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        long begun = System.nanoTime();
        Suite suite = UntilInterrupted.start(options, console);
        console.say("Ready after %.1f s.", (System.nanoTime() - begun) / 1e9);
        console.say("  gateway  %s", suite.gatewayUrl());
        console.say("  mail     http://127.0.0.1:%d", options.ports().mail());
        console.say("  logs     %s", options.logs());
        console.say("Ctrl-C stops everything; the data stays in %s.", options.data());
        UntilInterrupted.stay();
    }
}
