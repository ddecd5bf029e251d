package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** How long earned points wait before they can be spent. */
public record PendingPolicy(
        @JsonProperty(required = true) Kind kind,

        @JsonPropertyDescription("kind after: how long they wait.")
        Lapse after,

        @JsonPropertyDescription(
                "kind dates: they start at 00:00 of the first of these days after the day they were earned.")
        List<YearDay> dates,

        @JsonPropertyDescription(
                "kind event: what they wait for: checkIn, review, custom.delivered … or another type of touchpoint.")
        String event,

        @JsonPropertyDescription("kind event: they start this long after it, while it can still be cancelled.")
        Lapse cancellation,

        @JsonPropertyDescription("kind event: without it they are given up after this long.")
        Lapse givenUpAfter) {

    public static final PendingPolicy NONE = new PendingPolicy(Kind.NONE, null, null, null, null, null);

    public enum Kind {
        NONE,
        AFTER,
        DATES,
        EVENT
    }

    public PendingPolicy {
        event = event == null ? null : Deeds.named(event);
        dates = dates == null ? List.of() : List.copyOf(dates);
    }
}
