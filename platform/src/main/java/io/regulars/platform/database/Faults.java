package io.regulars.platform.database;

import io.regulars.platform.health.Recovery;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;

/** Tells what passes by itself (run it again) from what does not (a rule or a record is wrong). */
public final class Faults {

    private static final String UNVERIFIED = "RG001";
    private static final Set<String> PASSING = Set.of(
            "23505",
            "40P01",
            "40001",
            "55P03",
            "57014",
            "57P01",
            "57P02",
            "57P03",
            "53300",
            "53100",
            "53200",
            "25006",
            "25P03",
            "25P04",
            UNVERIFIED);

    private Faults() {}

    public static boolean passes(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof Race || each instanceof DatabaseSilent || each instanceof IOException) return true;
            if (isRecovery(each)) return true;
            if (each instanceof PgException database) return passes(database);
            if (each instanceof VertxException || each instanceof org.apache.kafka.common.errors.RetriableException) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody else seems to have been first. One that is lost again and again is no race. */
    public static boolean isRace(Throwable failure) {
        return failure instanceof Race || failure instanceof PgException lost && "23505".equals(lost.getSqlState());
    }

    /** Whether it was refused because the topic knows more than this database, or may. */
    public static boolean isRecovery(Throwable failure) {
        return failure instanceof Recovery
                || failure instanceof PgException refused && UNVERIFIED.equals(refused.getSqlState());
    }

    private static boolean passes(PgException failure) {
        String state = failure.getSqlState();
        return state == null || state.startsWith("08") || PASSING.contains(state);
    }
}
