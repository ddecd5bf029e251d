package io.regulars.platform.trimming;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks now and then for what has outlived its use. */
@ApplicationScoped
public class RemoveOutlivedJob {

    private static final Logger LOG = Logger.getLogger(RemoveOutlivedJob.class);

    private final RemoveOutlived removeOutlived;
    private final long everyMillis;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "remove-outlived"));

    RemoveOutlivedJob(RemoveOutlived removeOutlived, Keeping keeping) {
        this.removeOutlived = removeOutlived;
        this.everyMillis = keeping.lookEvery().toMillis();
    }

    void start(@Observes StartupEvent started) {
        looking.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            removeOutlived.all();
        } catch (RuntimeException failure) {
            LOG.warnf("what is outdated stays for now: %s", failure.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }
}
