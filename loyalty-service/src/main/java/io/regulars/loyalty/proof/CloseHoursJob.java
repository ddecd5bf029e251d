package io.regulars.loyalty.proof;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every minute whether an hour is over. */
@ApplicationScoped
public class CloseHoursJob {

    private static final Logger LOG = Logger.getLogger(CloseHoursJob.class);

    private final CloseHour closeHour;
    private final long everyMillis;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "close-hours"));

    CloseHoursJob(CloseHour closeHour, LedgerSettings settings) {
        this.closeHour = closeHour;
        this.everyMillis = settings.lookEvery().toMillis();
    }

    void start(@Observes StartupEvent started) {
        looking.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        // An error that got out would end the looking.
        try {
            closeHour.ifDue();
        } catch (RuntimeException | Error failure) {
            LOG.warnf("the hour is closed with the next look: %s", failure.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }
}
