package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** At most so many points for one member in one period; the part that fits is credited. */
public record Cap(
        @JsonProperty(required = true) long points,
        @JsonPropertyDescription("Default: ever.") Cadence per) {

    public Cap {
        per = per == null ? Cadence.EVER : per;
    }
}
