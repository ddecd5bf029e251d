package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.text.Difference;
import io.regulars.loyalty.programme.text.Difference.Change;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** How two versions of a programme differ, defaults filled in. */
@Path("/v1/programmes/{id}/versions/{number}/diff")
public class DifferenceView {

    private final Database database;
    private final ProgrammeVersions versions;

    DifferenceView(Database database, ProgrammeVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    /** @param changes what became of {@code from} in {@code to} */
    public record Changes(String programme, int from, int to, List<Change> changes) {}

    @GET
    @RolesAllowed("gateway")
    public Changes diff(
            @PathParam("id") String id, @PathParam("number") int number, @QueryParam("against") String other) {
        int against = VersionsView.number(other, "/against", "Say the number of the version to compare it with.");
        return database.inTransaction(tx -> {
            List<Change> changes = Difference.between(document(tx, id, against), document(tx, id, number));
            return new Changes(id, against, number, changes);
        });
    }

    private ProgrammeDocument document(Tx tx, String id, int number) {
        return DocumentText.read(
                versions.one(tx, id, number).orElseThrow(VersionsView::unknown).document());
    }
}
