package io.regulars.platform.database;

/** The database accepted a statement and said nothing: whether it took effect is unknown. */
public final class DatabaseSilent extends RuntimeException {
    DatabaseSilent(String message, Throwable cause) {
        super(message, cause);
    }
}
