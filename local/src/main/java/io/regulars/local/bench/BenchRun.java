package io.regulars.local.bench;

import io.regulars.local.Console;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.Map;

/** One whole bench: the suite as it ships, then the same workers with one record per transaction beside it. */
public final class BenchRun {

    private static final Map<String, String> ONE_BY_ONE = Map.of("REGULARS_BATCH", "1", "REGULARS_LINGER_MS", "0");

    private final SuiteOptions options;
    private final Console console;
    private final int shoppers;
    private final Path programme;
    private final Path json;

    /** @param programme a document to measure with, or null for the one that is built in */
    public BenchRun(SuiteOptions options, Console console, int shoppers, Path programme, Path json) {
        this.options = options;
        this.console = console;
        this.shoppers = shoppers;
        this.programme = programme;
        this.json = json;
    }

    public void run(int warmUp, int seconds, boolean onlyThroughput) {
        Report report = new Report(console);
        report.add("processors", Runtime.getRuntime().availableProcessors());
        double batched = asShipped(report, warmUp, seconds, onlyThroughput);
        if (!onlyThroughput) {
            double single = oneByOne(report, Math.max(5, warmUp / 3), Math.max(10, seconds / 3));
            report.add("batched against one record per transaction, times", batched / single);
        }
        report.write(json);
        console.say("Written to %s.", json);
    }

    private double asShipped(Report report, int warmUp, int seconds, boolean onlyThroughput) {
        long begun = System.nanoTime();
        try (Suite suite = new Suite(options, console).start()) {
            report.add("up: seconds until ready", (System.nanoTime() - begun) / 1e9);
            Bench bench = new Bench(suite, console, report, shoppers);
            if (programme != null) Publishing.of(suite).publish(programme);
            bench.prepare();
            double rate = bench.sustained("single receipts", warmUp, seconds);
            if (!onlyThroughput) {
                bench.batches(seconds / 3.0);
                bench.waited(seconds / 3.0, 300);
                bench.halfLoad(seconds / 3.0, rate / 2);
                bench.rebuildTimeline();
                bench.limits(10);
            }
            bench.memory();
            return rate;
        }
    }

    private double oneByOne(Report report, int warmUp, int seconds) {
        SuiteOptions single = options.withEnvironment(ONE_BY_ONE);
        try (Suite suite = new Suite(single, console).start()) {
            Bench bench = new Bench(suite, console, report, shoppers);
            bench.prepare();
            return bench.sustained("one record per transaction", warmUp, seconds);
        }
    }
}
