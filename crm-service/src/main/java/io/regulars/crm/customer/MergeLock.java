package io.regulars.crm.customer;

import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps merges and whoever asks who is who apart: without it somebody could be recorded under a customer who was nobody's
 * other name when it was looked, and is one when it commits. Taken first in a transaction and let go with its end.
 */
@ApplicationScoped
public class MergeLock {

    /** The class of advisory locks that stand for who is who. */
    static final int LOCK_CLASS = 0x4d455247;

    private static final String BESIDE_OTHERS = "select pg_advisory_xact_lock_shared(%d, 0)".formatted(LOCK_CLASS);
    private static final String ALONE = "select pg_advisory_xact_lock(%d, 0)".formatted(LOCK_CLASS);

    /** Who is who stays as it is until this transaction ends. Travels with what is asked next. */
    public void besideOthers(Tx tx) {
        tx.send(BESIDE_OTHERS);
    }

    /** For who changes who is who: waits until nobody is looking, and whoever comes later waits. */
    public void alone(Tx tx) {
        tx.send(ALONE);
    }
}
