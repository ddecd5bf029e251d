package io.regulars.platform.view;

import io.regulars.platform.testing.Narrator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Says facts without a pause, from several threads, and keeps in mind which the database acknowledged. */
final class Load {

    private static final Logger LOG = Logger.getLogger(Load.class);
    private static final int WRITERS = 3;

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Narrator narrator;
    private final List<Thread> writers;
    private volatile boolean running = true;

    Load(Narrator narrator) {
        this.narrator = narrator;
        writers = IntStream.range(0, WRITERS)
                .mapToObj(each -> new Thread(this::write, "load"))
                .toList();
    }

    Load start() {
        writers.forEach(Thread::start);
        return this;
    }

    /** The subjects of what is committed for certain. */
    Set<UUID> acknowledged() {
        return acknowledged;
    }

    void stop() {
        running = false;
        for (Thread writer : writers) {
            try {
                writer.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write() {
        while (running) {
            UUID customer = UUID.randomUUID();
            try {
                narrator.say(List.of(customer));
                acknowledged.add(customer);
            } catch (RuntimeException unknown) {
                LOG.debugf("nobody knows whether it was said: %s", unknown.getMessage());
            }
        }
    }
}
