package io.regulars.loyalty.programme;

import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Which state of all programmes is the current one, and who may look at it while it changes: nobody. */
@ApplicationScoped
public class Revision {

    // Statements of their own: what comes after the lock has to see what the one who held it has written.
    private static final String WHILE_NOTHING_CHANGES =
            "select pg_advisory_xact_lock_shared(hashtextextended('programmes', 0))";
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('programmes', 0))";
    private static final String CURRENT = "select revision from programme_revision";
    private static final String MOVE_ON = "update programme_revision set revision = revision + 1";

    /** Nothing changes before the transaction ends. */
    void hold(Tx tx) {
        tx.send(WHILE_NOTHING_CHANGES);
    }

    /** The current one, for who holds it. */
    long current(Tx tx) {
        return tx.rows(CURRENT).iterator().next().getLong("revision");
    }

    /** The current one; it stays that until the transaction ends. Both statements travel together. */
    long held(Tx tx) {
        hold(tx);
        return current(tx);
    }

    /** Waits until nobody judges by the programmes any more, and lets nobody begin before the transaction ends. */
    public void alone(Tx tx) {
        tx.rows(ALONE);
    }

    public void moveOn(Tx tx) {
        tx.send(MOVE_ON);
    }
}
