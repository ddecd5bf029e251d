package io.regulars.crm.profile;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks once after each start whether other things are marked as shared than before. */
@ApplicationScoped
public class TellSharedAnewJob {

    private static final Logger LOG = Logger.getLogger(TellSharedAnewJob.class);
    private static final int PATIENCE_SECONDS = 5;

    private final TellSharedAnew tellSharedAnew;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tell-shared-anew"));

    TellSharedAnewJob(TellSharedAnew tellSharedAnew) {
        this.tellSharedAnew = tellSharedAnew;
    }

    void start(@Observes StartupEvent started) {
        looking.scheduleWithFixedDelay(this::look, PATIENCE_SECONDS, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            tellSharedAnew.all();
            looking.shutdown();
        } catch (RuntimeException failure) {
            LOG.warnf("what is shared is told as before for now: %s", failure.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }
}
