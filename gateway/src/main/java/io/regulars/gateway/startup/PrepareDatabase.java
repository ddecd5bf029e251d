package io.regulars.gateway.startup;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.regulars.platform.health.Standing;
import io.regulars.platform.startup.DatabaseSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Readies the gateway's own database, which may come later: until then receipts are taken, and nobody signs in. */
@ApplicationScoped
public class PrepareDatabase {

    private static final Logger LOG = Logger.getLogger(PrepareDatabase.class);
    private static final String PART = "database";
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final DatabaseSettings settings;
    private final Flyway flyway;
    private final Standing standing;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile boolean running = true;
    private Thread thread;

    PrepareDatabase(DatabaseSettings settings, Flyway flyway, Standing standing) {
        this.settings = settings;
        this.flyway = flyway;
        this.standing = standing;
    }

    /** Completes once the database is safe and has the tables of this build. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    void start(@Observes StartupEvent started) {
        standing.set(PART, Standing.State.DEGRADED, "not looked at yet");
        thread = new Thread(this::run, "prepare-database");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running && !ready.isDone()) {
            try {
                settings.verify();
                flyway.migrate();
                standing.set(PART, Standing.State.WORKING, "up to date");
                ready.complete(null);
            } catch (DatabaseSettings.UnsafeDatabase unsafe) {
                LOG.error(unsafe.getMessage());
                Quarkus.asyncExit(1);
                return;
            } catch (RuntimeException failure) {
                tryLater(failure);
            }
        }
    }

    private void tryLater(RuntimeException failure) {
        if (!running) return;
        LOG.warnf("the gateway's database is not ready: %s", failure.getMessage());
        standing.set(PART, Standing.State.DEGRADED, "not ready: no keys are made and nobody signs in");
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(1_000);
    }
}
