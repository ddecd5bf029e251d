package io.regulars.gateway.edge;

/** The end of an address: what is asked for by name, each value escaped; what is left out is left out. */
public record Query(String text) {

    public static final Query NONE = new Query("");

    public static Query of(String name, String value) {
        return NONE.and(name, value);
    }

    public static Query of(Paging paging) {
        return of("limit", paging.limit()).and("cursor", paging.cursor());
    }

    public Query and(String name, String value) {
        if (value == null) return this;
        return new Query(text + (text.isEmpty() ? "?" : "&") + name + "=" + PathRules.segment(value));
    }

    /** As it stands behind a path. */
    @Override
    public String toString() {
        return text;
    }
}
