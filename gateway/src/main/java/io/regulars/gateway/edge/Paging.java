package io.regulars.gateway.edge;

import io.regulars.platform.http.Refusal;

/** Which page of a list is asked for: {@code limit} 1 to 100, {@code cursor} as it was given. */
public record Paging(String limit, String cursor) {

    private static final int USUAL = 20;
    private static final int LONGEST_CURSOR = 500;

    public Paging {
        if (limit != null && !limit.matches("[1-9]\\d?|100")) throw Refusal.invalid("/limit", "must be 1 to 100");
        if (cursor != null && (cursor.length() > LONGEST_CURSOR || cursor.isEmpty())) {
            throw Refusal.invalid("/cursor", "is not a cursor of ours");
        }
    }

    public int size() {
        return limit == null ? USUAL : Integer.parseInt(limit);
    }

    public String query() {
        String query = limit == null ? "" : "?limit=" + limit;
        return cursor == null ? query : query + (query.isEmpty() ? "?" : "&") + "cursor=" + PathRules.segment(cursor);
    }
}
