package io.regulars.engagement.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the sender when there is mail. A missed ring costs a second, never a mail. */
@ApplicationScoped
class Bell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        if (rings.availablePermits() == 0) rings.release();
    }

    void await() throws InterruptedException {
        if (rings.tryAcquire(1, TimeUnit.SECONDS)) rings.drainPermits();
    }
}
