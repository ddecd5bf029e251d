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

    /** Whatever escapes from here would end the looking for good. */
    private void look() {
        try {
            runNights.all();
        } catch (Throwable failure) {
            LOG.warn("the night goes on with the next look", failure);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }
}
