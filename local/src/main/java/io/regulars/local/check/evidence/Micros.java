package io.regulars.local.check.evidence;

import java.time.Instant;

/** Instants as whole microseconds since 1970, which is what PostgreSQL keeps of them. */
public final class Micros {
    public static final long NEVER = Long.MAX_VALUE;

    private static final long A_SECOND = 1_000_000;

    private Micros() {}

    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), A_SECOND), instant.getNano() / 1_000);
    }

    public static long of(String text) {
        return of(Instant.parse(text));
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1_000);
    }

    /** Databases round where we cut, so the last digit may differ. */
    public static boolean same(long one, long other) {
        return Math.abs(one - other) <= 1;
    }
}
