package io.regulars.loyalty.programme.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.Purchase;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.ProgrammeVersions.Version;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.publishing.SimulatePurchase.Member;
import io.regulars.loyalty.programme.publishing.SimulatePurchase.Simulated;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;

/** Trying a purchase out on a version, a draft or a document; nothing is written. */
@Path("/v1/programmes/{id}/simulate")
public class SimulationResource {

    private final Programmes programmes;
    private final ProgrammeVersions versions;
    private final AcceptDocument accept;
    private final Database database;
    private final Clock clock;

    SimulationResource(
            Programmes programmes, ProgrammeVersions versions, AcceptDocument accept, Database database, Clock clock) {
        this.programmes = programmes;
        this.versions = versions;
        this.accept = accept;
        this.database = database;
        this.clock = clock;
    }

    /** @param version left out, and no document: the one in force when it is bought */
    public record Question(Integer version, JsonNode document, Purchase purchase, Member member) {}

    @POST
    @RolesAllowed("gateway")
    public Simulated simulate(@PathParam("id") String id, Question question) {
        if (question == null || question.purchase() == null) throw Refusal.invalid("/purchase", "Say what is bought.");
        Instant now = clock.now();
        Member member = question.member() == null ? Member.NEWCOMER : question.member();
        ProgrammeVersion version = version(id, question, now);
        Integer number = isDocument(question) ? null : version.number();
        return SimulatePurchase.simulate(version, number, question.purchase(), member, now);
    }

    private ProgrammeVersion version(String id, Question question, Instant now) {
        if (isDocument(question)) return document(id, question);
        if (question.version() != null) return version(id, question.version());
        Instant at = question.purchase().occurredAt() == null
                ? now
                : question.purchase().occurredAt();
        return programmes
                .current()
                .inForce(id, at)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "No version of such a programme was in force then."))
                .version();
    }

    private ProgrammeVersion document(String id, Question question) {
        if (question.version() != null) throw Refusal.invalid("/version", "Name a version or send a document.");
        JsonNode written = question.document();
        String text = written.isTextual() ? written.asText() : written.toString();
        ProgrammeVersion version = accept.version(text, AcceptDocument.NOT_NUMBERED, "/document");
        if (!version.id().equals(id)) {
            throw Refusal.invalid("/document/id", "The document is of programme " + version.id() + ".");
        }
        return version;
    }

    private ProgrammeVersion version(String id, int number) {
        Version version = database.read(tx -> versions.one(tx, id, number))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no such version of this programme."));
        return accept.version(version.document(), number);
    }

    private static boolean isDocument(Question question) {
        return question.document() != null && !question.document().isNull();
    }
}
