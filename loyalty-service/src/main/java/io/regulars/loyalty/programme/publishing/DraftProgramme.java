package io.regulars.loyalty.programme.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.publishing.AcceptDocument.Accepted;
import io.regulars.loyalty.programme.text.Fault;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Problem.Flaw;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Keeps a document as the next version of its programme. Nobody is judged by a draft. */
@ApplicationScoped
public class DraftProgramme {

    private final Programmes programmes;
    private final ProgrammeVersions versions;
    private final Clock clock;

    DraftProgramme(Programmes programmes, ProgrammeVersions versions, Clock clock) {
        this.programmes = programmes;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * @param number null when it was only checked
     * @param warnings why it could not be published as it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Drafted(String programme, Integer number, List<Flaw> warnings) {}

    /** What would come of it, without keeping it. */
    Drafted checked(Accepted document) {
        ProgrammeVersion version = document.version();
        List<Fault> warnings = new ArrayList<>(UnkeptPromises.of(version.document()));
        Rulebook.Programme before = programmes.current().programmes().get(version.id());
        if (before != null) {
            List<InForce> published = before.versions();
            ProgrammeVersion last = published.get(published.size() - 1).version();
            warnings.addAll(SuccessionRules.between(last, version));
        }
        return new Drafted(version.id(), null, DocumentAnswers.flaws(warnings));
    }

    Drafted draft(Tx tx, String text, String author, Drafted checked) {
        int number = versions.draft(tx, checked.programme(), text, author, clock.now());
        return new Drafted(checked.programme(), number, checked.warnings());
    }
}
