package io.regulars.loyalty.adjustment;

import io.regulars.platform.http.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Turns what rules say about a request into its refusal. */
public final class Asking {

    private Asking() {}

    public static void is(boolean right, String pointer, String why) {
        if (!right) throw Refusal.invalid(pointer, why);
    }

    public static void refuse(String pointer, Optional<String> why) {
        why.ifPresent(sentence -> {
            throw Refusal.invalid(pointer, sentence);
        });
    }

    /** As exactly as it is kept. */
    public static Instant stored(Instant told) {
        return told == null ? null : told.truncatedTo(ChronoUnit.MICROS);
    }
}
