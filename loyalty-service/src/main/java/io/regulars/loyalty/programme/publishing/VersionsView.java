package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.ProgrammeVersions.Version;
import io.regulars.loyalty.programme.terms.VersionRules.Published;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** All versions of a programme, and what each says. */
@Path("/v1/programmes/{id}/versions")
public class VersionsView {

    private static final String YAML = "application/yaml";

    private final Database database;
    private final ProgrammeVersions versions;
    private final Clock clock;

    VersionsView(Database database, ProgrammeVersions versions, Clock clock) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
    }

    /** @param next the cursor of the page after this one, or null */
    public record Page(List<ShownVersion> data, String next) {}

    @GET
    @RolesAllowed("gateway")
    public Page list(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor) {
        if (limit < 1 || limit > 100) throw Refusal.invalid("/limit", "must be 1 to 100");
        int before = cursor == null ? Integer.MAX_VALUE : number(cursor, "/cursor", "is not a cursor of ours");
        return database.inTransaction(tx -> {
            List<Version> page = versions.page(tx, id, before, limit + 1);
            if (page.isEmpty() && cursor == null) throw unknown();
            List<Published> published = versions.published(tx, id);
            Instant now = clock.now();
            List<ShownVersion> shown = page.stream()
                    .limit(limit)
                    .map(version -> ShownVersion.of(version, published, now))
                    .toList();
            String next =
                    page.size() > limit ? String.valueOf(shown.get(limit - 1).number()) : null;
            return new Page(shown, next);
        });
    }

    /** As JSON with its defaults filled in; as YAML exactly as it was saved, to be saved elsewhere. */
    @GET
    @Path("/{number}")
    @RolesAllowed("gateway")
    @Produces({MediaType.APPLICATION_JSON, YAML})
    public Response one(
            @PathParam("id") String id, @PathParam("number") int number, @HeaderParam("Accept") String accept) {
        return database.inTransaction(tx -> {
            Version version = versions.one(tx, id, number).orElseThrow(VersionsView::unknown);
            if (accept != null && accept.startsWith(YAML)) {
                return Response.ok(version.document().getBytes(StandardCharsets.UTF_8), YAML)
                        .build();
            }
            ShownVersion shown = ShownVersion.of(version, versions.published(tx, id), clock.now());
            return Response.ok(shown, MediaType.APPLICATION_JSON).build();
        });
    }

    /** What a version is counted by, in a query. */
    static int number(String text, String pointer, String why) {
        if (text == null || !text.matches("[1-9]\\d{0,8}")) throw Refusal.invalid(pointer, why);
        return Integer.parseInt(text);
    }

    static Refusal unknown() {
        return Refusal.of(Code.NOT_FOUND, "There is no such version of this programme.");
    }
}
