package io.regulars.local.suite;

import io.regulars.local.Console;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.Part;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts again what ended although nobody asked it to. */
final class Supervisor {
    private static final long LOOK_EVERY_MS = 500;

    private final List<Part> parts;
    private final Console console;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(round -> {
        Thread thread = new Thread(round, "supervisor");
        thread.setDaemon(true);
        return thread;
    });

    Supervisor(List<Part> parts, Console console) {
        this.parts = List.copyOf(parts);
        this.console = console;
    }

    void begin() {
        rounds.scheduleWithFixedDelay(this::lookAround, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void lookAround() {
        for (Part part : parts) {
            if (part.hasFallen()) revive(part);
        }
    }

    private void revive(Part part) {
        try {
            console.say(part.name() + " ended unexpectedly; starting it again.");
            part.revive();
        } catch (NotStarted again) {
            console.say(again.getMessage());
        }
    }

    void end() {
        rounds.shutdown();
        try {
            rounds.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
