package io.regulars.platform.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bell between this process's commits and its relay. A missed ring costs a look, never a fact. */
@ApplicationScoped
public class Appended {

    private final Semaphore bell = new Semaphore(0);

    public void announce() {
        if (bell.availablePermits() == 0) bell.release();
    }

    /** Waits for a ring, at most so long. */
    public void await(long millis) throws InterruptedException {
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) bell.drainPermits();
    }
}
