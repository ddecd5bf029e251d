package io.regulars.loyalty.points;

import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The place in a list that is numbered and read from its end; what is added meanwhile moves nothing. */
public final class NumberCursor {

    private static final int LARGEST_PAGE = 100;

    private NumberCursor() {}

    public static void checkLimit(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.invalid("/limit", "A page holds between 1 and " + LARGEST_PAGE + " entries.");
        }
    }

    /** @param number of the last entry that was shown */
    public static String of(long number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("n" + number).getBytes(StandardCharsets.UTF_8));
    }

    /** What is shown next has smaller numbers than this. */
    public static long before(String cursor) {
        if (cursor == null) return Long.MAX_VALUE;
        try {
            String word = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (word.startsWith("n")) return Long.parseLong(word.substring(1));
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalid("/cursor", "This is not a cursor we gave.");
        }
        throw Refusal.invalid("/cursor", "This is not a cursor we gave.");
    }
}
