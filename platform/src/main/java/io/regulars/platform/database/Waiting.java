package io.regulars.platform.database;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the driver on a worker thread; an event loop must never come here. */
public final class Waiting {

    private static final long LONGEST_SECONDS = 75;

    private Waiting() {}

    public static <T> T on(Future<T> future) {
        if (io.vertx.core.Context.isOnEventLoopThread()) {
            throw new IllegalStateException("waiting on an event loop would stop it");
        }
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw unchecked(failure.getCause());
        } catch (TimeoutException silence) {
            throw new DatabaseSilent("the database did not answer within " + LONGEST_SECONDS + " s", silence);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseSilent("stopped while waiting for the database", stopped);
        }
    }

    static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
