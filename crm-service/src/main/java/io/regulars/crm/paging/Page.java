package io.regulars.crm.paging;

import io.regulars.platform.http.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which part of a list was asked for. */
public record Page(int limit, Place after) {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    /** @param limit 1 to 100, 20 when not given; {@code cursor}: the {@code next} of the part before, or null */
    public static Page asked(String limit, String cursor) {
        return new Page(limit == null ? USUAL : number(limit), cursor == null ? Place.BEFORE_ALL : Place.of(cursor));
    }

    /** How many rows to read: one more than shown, to know whether the list goes on. */
    public int toRead() {
        return limit + 1;
    }

    public <T> Listing<T> listing(List<T> read, Function<T, Place> place, Map<String, Instant> asOf) {
        if (read.size() <= limit) return new Listing<>(read, null, asOf);
        List<T> shown = read.subList(0, limit);
        return new Listing<>(shown, place.apply(shown.get(limit - 1)).cursor(), asOf);
    }

    /** One part of a list, and where the next one begins. */
    public record Listing<T>(List<T> data, String next, Map<String, Instant> asOf) {}

    private static int number(String limit) {
        if (limit.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) return number;
        }
        throw Refusal.invalid("/limit", "The limit is a number from 1 to " + MOST + ".");
    }
}
