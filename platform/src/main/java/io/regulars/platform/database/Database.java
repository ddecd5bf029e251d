package io.regulars.platform.database;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** The service's own database. Callers are worker threads: they read top to bottom and wait where they must. */
@ApplicationScoped
public class Database {

    private static final int TRIES = 5;

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** Runs the work in one transaction, once. */
    public <T> T inTransaction(Function<Tx, T> work) {
        SqlConnection connection = Waiting.on(pool.getConnection());
        try {
            return run(new Tx(connection), work);
        } finally {
            connection.close();
        }
    }

    /** Asks without a transaction: each statement sees what is committed when it starts. */
    public <T> T read(Function<Tx, T> questions) {
        SqlConnection connection = Waiting.on(pool.getConnection());
        try {
            return questions.apply(new Tx(connection));
        } finally {
            connection.close();
        }
    }

    /** Runs the work in one transaction, and again from its start when it lost a race or a passing fault undid it. */
    public <T> T untilDone(Function<Tx, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(work);
            } catch (RuntimeException failure) {
                if (attempt == TRIES || !Faults.passes(failure)) throw failure;
                pause(attempt);
            }
        }
    }

    private static <T> T run(Tx tx, Function<Tx, T> work) {
        try {
            tx.begin();
            T result = work.apply(tx);
            tx.commit();
            return result;
        } catch (RuntimeException | Error failure) {
            rollBack(tx, failure);
            throw failure;
        }
    }

    private static void rollBack(Tx tx, Throwable failure) {
        try {
            tx.rollback();
        } catch (RuntimeException alsoLost) {
            failure.addSuppressed(alsoLost);
        }
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(5L << attempt)));
    }
}
