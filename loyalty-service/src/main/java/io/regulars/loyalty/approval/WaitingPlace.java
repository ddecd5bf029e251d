package io.regulars.loyalty.approval;

import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The place in a list of what waits; what is added meanwhile stands behind it. */
record WaitingPlace(Instant askedAt, String kind, String name) {

    private static final WaitingPlace BEGINNING = new WaitingPlace(Instant.EPOCH, "", "");

    /** @param cursor null for the beginning */
    static WaitingPlace of(String cursor) {
        if (cursor == null) return BEGINNING;
        try {
            String[] words = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            if (words.length == 3 && String.join("", words).indexOf(0) < 0) {
                return new WaitingPlace(Instant.parse(words[0]), words[1], words[2]);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw notOurs();
        }
        throw notOurs();
    }

    String cursor() {
        String words = askedAt + "|" + kind + "|" + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal notOurs() {
        return Refusal.invalid("/cursor", "This is not a cursor we gave.");
    }
}
