package io.regulars.platform.view;

import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** One rebuild of a view at a time, whichever instance does it: the lock lives as long as a database connection. */
final class RebuildLock {

    private static final Logger LOG = Logger.getLogger(RebuildLock.class);
    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended('rebuild of ' || $1::text, 0))";
    private static final String LET_GO = "select pg_advisory_unlock(hashtextextended('rebuild of ' || $1::text, 0))";
    private static final String ASK = "select 1";

    private final Tx connection;
    private final String view;

    private RebuildLock(Tx connection, String view) {
        this.connection = connection;
        this.view = view;
    }

    /** Does the work while nobody else may; refuses when somebody else is at it. */
    static <T> T during(Database database, String view, Function<RebuildLock, T> work) {
        return database.read(connection -> {
            RebuildLock lock = new RebuildLock(connection, view);
            lock.take();
            try {
                return work.apply(lock);
            } finally {
                lock.letGo();
            }
        });
    }

    private void take() {
        if (connection.rows(TAKE, view).iterator().next().getBoolean(0)) return;
        throw Refusal.of(Code.IN_PROGRESS, view + " is being built anew already. Ask again when that is done.");
    }

    /** Throws when the connection was lost, and the lock with it. */
    void insist() {
        connection.rows(ASK);
    }

    private void letGo() {
        try {
            connection.rows(LET_GO, view);
        } catch (RuntimeException goneAnyway) {
            LOG.debugf("the lock went with its connection: %s", goneAnyway.getMessage());
        }
    }
}
