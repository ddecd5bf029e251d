package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import java.util.concurrent.CountDownLatch;

/** A suite for as long as a command lasts: however the command ends, by itself or by Ctrl-C, its suite ends too. */
final class UntilInterrupted {
    private UntilInterrupted() {}

    static Suite start(SuiteOptions options, Console console) {
        Suite suite = new Suite(options, console);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "suite-end"));
        return suite.start();
    }

    static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
