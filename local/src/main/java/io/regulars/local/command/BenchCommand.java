package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.bench.BenchRun;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how much this machine carries. A benchmark, not a test: nothing fails, everything is printed. */
@Command(name = "bench", description = "Measures throughput, CPU, latency and memory.", sortOptions = false)
public final class BenchCommand implements Runnable {
    private final Console console;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "Length of the window that counts (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "30", description = "Seconds before it (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--shoppers",
            defaultValue = "20000",
            description = "Cards in the town, half of them members' (${DEFAULT-VALUE}).")
    private int shoppers;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go (<data>/bench.json).")
    private Path json;

    @Option(names = "--only-throughput", description = "Leaves out everything but single receipts flat out.")
    private boolean onlyThroughput;

    @Option(names = "--programme", paramLabel = "FILE", description = "Publishes this programme before it measures.")
    private Path programme;

    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        options.atFullSpeed(true);
        Path file = json == null ? options.data().resolve("bench.json") : json;
        new BenchRun(options, console, shoppers, programme, file).run(warmUp, seconds, onlyThroughput);
    }
}
