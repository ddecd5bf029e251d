package io.regulars.loyalty.programme.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.loyalty.programme.ProgrammeVersions.Version;
import io.regulars.loyalty.programme.ProgrammeVersions.Withdrawal;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.loyalty.programme.terms.VersionRules;
import io.regulars.loyalty.programme.terms.VersionRules.Published;
import io.regulars.loyalty.programme.text.DocumentText;
import java.time.Instant;
import java.util.List;

/** A version as people see it; without its document in lists. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownVersion(
        String programme,
        int number,
        String state,
        String author,
        Instant draftedAt,
        String approver,
        Instant publishedAt,
        Instant inForceFrom,
        Withdrawal withdrawal,
        JsonNode document) {

    static ShownVersion of(Version version, List<Published> published, Instant now) {
        return new ShownVersion(
                version.programme(),
                version.number(),
                state(version, published, now),
                version.author(),
                version.draftedAt(),
                version.approver(),
                version.publishedAt(),
                version.inForceFrom(),
                version.withdrawal(),
                version.document() == null ? null : DocumentText.tree(DocumentText.read(version.document())));
    }

    private static String state(Version version, List<Published> published, Instant now) {
        if (version.withdrawal() != null) return "withdrawn";
        return CamelCase.of(VersionRules.stateOf(version.number(), published, now));
    }
}
