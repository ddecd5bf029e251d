package io.regulars.engagement.channel;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Sends mail as long as there is some, and looks again when woken or after a second. */
@ApplicationScoped
public class DeliverMailJob {

    private static final Logger LOG = Logger.getLogger(DeliverMailJob.class);

    private final DeliverMail deliverMail;
    private final EmailChannel email;
    private final Bell bell;
    private volatile boolean running = true;
    private Thread sender;

    DeliverMailJob(DeliverMail deliverMail, EmailChannel email, Bell bell) {
        this.deliverMail = deliverMail;
        this.email = email;
        this.bell = bell;
    }

    void start(@Observes StartupEvent started) {
        sender = new Thread(this::work, "mail-sender");
        sender.setDaemon(true);
        sender.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        bell.ring();
        sender.join(10_000);
    }

    private void work() {
        try {
            while (running && !(sentAll() && !email.configured())) bell.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without a mail server there is at most what was left from a time there was one: that is closed, and all. */
    private boolean sentAll() {
        try {
            boolean more = true;
            while (running && more) more = deliverMail.next();
            return !more;
        } catch (RuntimeException failure) {
            LOG.warnf("the mail sender waits: %s", failure.getMessage());
            return false;
        }
    }
}
