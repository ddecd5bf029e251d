package io.regulars.platform.database;

/** Somebody else was first between our look and our write: the transaction is undone and run again from its start. */
public final class Race extends RuntimeException {
    public Race(String what) {
        super(what, null, false, false);
    }
}
