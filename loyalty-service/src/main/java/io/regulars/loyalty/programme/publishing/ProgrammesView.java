package io.regulars.loyalty.programme.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.ProgrammeDocument.Kind;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;

/** The programmes, and what each promises now. */
@Path("/v1/programmes")
public class ProgrammesView {

    private final Database database;
    private final ProgrammeVersions versions;
    private final Programmes programmes;
    private final Clock clock;

    ProgrammesView(Database database, ProgrammeVersions versions, Programmes programmes, Clock clock) {
        this.database = database;
        this.versions = versions;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** @param version in force, null while there is none; name and kind are those it says */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(String id, String name, String kind, Integer version, Instant inForceFrom, JsonNode document) {

        static Shown of(String id, InForce inForce) {
            if (inForce == null) return new Shown(id, null, null, null, null, null);
            ProgrammeDocument document = inForce.version().document();
            int number = inForce.version().number();
            return new Shown(id, document.name(), kind(document.kind()), number, inForce.from(), null);
        }

        Shown with(ProgrammeDocument promised) {
            return new Shown(id, name, kind, version, inForceFrom, DocumentText.tree(promised));
        }

        private static String kind(Kind kind) {
            return CamelCase.of(kind);
        }
    }

    public record Page(List<Shown> data, String next) {}

    @GET
    @RolesAllowed("gateway")
    public Page list() {
        Rulebook rulebook = programmes.current();
        Instant now = clock.now();
        List<Shown> shown = database.read(versions::programmes).stream()
                .map(id -> Shown.of(id, rulebook.inForce(id, now).orElse(null)))
                .toList();
        return new Page(shown, null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("gateway")
    public Shown one(@PathParam("id") String id) {
        InForce inForce = programmes
                .current()
                .inForce(id, clock.now())
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "No version of such a programme is in force."));
        return Shown.of(id, inForce).with(inForce.version().document());
    }
}
