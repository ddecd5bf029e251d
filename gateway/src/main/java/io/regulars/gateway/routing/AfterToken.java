package io.regulars.gateway.routing;

import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.Marks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a write gives so that a read can ask to be at least that fresh. Opaque: what is in it is ours to change. */
public final class AfterToken {

    public static final String HEADER = "Regulars-After";

    /** For the contract: what a read does with it, and what a write gives. */
    public static final String ASKED =
            "A token that a write gave: the answer is at least that fresh. Waits for it, two seconds at most; "
                    + "after that the answer is 503 unavailable (retryable), or leaves a part out and names it in "
                    + "partial";

    public static final String GIVEN = "A token: a read that sends it back as Regulars-After has seen this";

    private static final int LONGEST = 8_000;

    private AfterToken() {}

    public static String of(Marks marks) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(marks.toString().getBytes(StandardCharsets.US_ASCII));
    }

    static Marks read(String token) {
        try {
            if (token.length() > LONGEST) throw new IllegalArgumentException("too long");
            return Marks.read(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException garbled) {
            throw Refusal.invalid("/" + HEADER, "is not a token of ours");
        }
    }
}
