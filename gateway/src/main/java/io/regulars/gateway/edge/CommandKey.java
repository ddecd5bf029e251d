package io.regulars.gateway.edge;

import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;

/** The key that makes a command happen once. */
public final class CommandKey {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private CommandKey() {}

    public static void check(String key) {
        if (key == null || key.isBlank()) {
            throw Refusal.of(Code.IDEMPOTENCY_KEY_MISSING, "Send an Idempotency-Key: one per thing you want done.");
        }
        if (key.length() > LONGEST) {
            throw Refusal.invalid("/" + HEADER, "must not be longer than " + LONGEST + " characters");
        }
    }
}
