package io.regulars.loyalty.night;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every minute whether a midnight has passed, by the suite's clock. */
@ApplicationScoped
public class RunNightsJob {

    private static final Logger LOG = Logger.getLogger(RunNightsJob.class);

    private final RunNights runNights;
    private final long everyMillis;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "night"));

    RunNightsJob(RunNights runNights, NightSettings settings) {
        this.runNights = runNights;
        this.everyMillis = settings.lookEvery().toMillis();
    }

    void start(@Observes StartupEvent started) {
        looking.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            runNights.all();
        } catch (RuntimeException failure) {
            LOG.warnf("the night goes on with the next look: %s", failure.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }
}
