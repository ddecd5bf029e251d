package io.regulars.gateway.routing;

import io.regulars.gateway.access.KeyedHash;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a write gives so that a read can ask to be at least that fresh. Opaque: what is in it is ours to change. It is
 * sealed, for a place nobody ever wrote to would have a service look for it in vain.
 */
@ApplicationScoped
public class AfterToken {

    public static final String HEADER = "Regulars-After";

    /** For the contract: what a read does with it, and what a write gives. */
    public static final String ASKED =
            "A token that a write gave: the answer is at least that fresh. Waits for it, two seconds at most; "
                    + "after that the answer is 503 unavailable (retryable), or leaves a part out and names it in "
                    + "partial";

    public static final String GIVEN = "A token: a read that sends it back as Regulars-After has seen this";

    private static final int LONGEST = 8_000;
    private static final int SEAL_BYTES = 16;

    private final KeyedHash hash;

    AfterToken(KeyedHash hash) {
        this.hash = hash;
    }

    public String of(Marks marks) {
        String text = marks.toString();
        return encoded(text.getBytes(StandardCharsets.US_ASCII)) + '.' + encoded(seal(text));
    }

    Marks read(String token) {
        try {
            int dot = token.indexOf('.');
            if (dot < 0 || token.length() > LONGEST) throw new IllegalArgumentException("not a token");
            Base64.Decoder decoder = Base64.getUrlDecoder();
            String text = new String(decoder.decode(token.substring(0, dot)), StandardCharsets.US_ASCII);
            boolean ours = MessageDigest.isEqual(seal(text), decoder.decode(token.substring(dot + 1)));
            if (!ours) throw new IllegalArgumentException("not sealed by us");
            return Marks.read(text);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.invalid("/" + HEADER, "is not a token of ours");
        }
    }

    private byte[] seal(String text) {
        return Arrays.copyOf(hash.of("after", text), SEAL_BYTES);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
