package io.regulars.engagement.message;

import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/** Which part of a list is asked for: so many, and only what is older than the last one seen. */
record PageAsked(int limit, Instant before, UUID beforeId) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    static PageAsked of(String limit, String cursor) {
        int many = limit == null ? USUAL : number(limit);
        if (cursor == null) return new PageAsked(many, null, null);
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("/");
            return new PageAsked(many, Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            throw Refusal.invalid("/cursor", "This cursor was not given by this list.");
        }
    }

    /** The cursor that goes on after this one. */
    static String after(Instant createdAt, UUID messageId) {
        byte[] place = (createdAt + "/" + messageId).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
    }

    private static int number(String limit) {
        if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST) return Integer.parseInt(limit);
        throw Refusal.invalid("/limit", "limit is a number from 1 to " + MOST + ".");
    }
}
