package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.regulars.loyalty.programme.document.rule.Limits;
import java.util.List;

/** Something members of a tier may have besides points: a free service, early access. */
public record Benefit(
        @JsonProperty(required = true) String id,

        @JsonPropertyDescription("As members read it; default: the id.")
        String name,

        @JsonProperty(required = true) @JsonPropertyDescription("The levels that have it.")
        List<String> levels,

        @JsonPropertyDescription("How often one member may use it; left out: always.")
        Limits.Times limit) {

    public Benefit {
        name = name == null ? id : name;
        levels = levels == null ? List.of() : List.copyOf(levels);
    }
}
