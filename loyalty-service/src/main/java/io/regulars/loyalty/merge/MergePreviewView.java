package io.regulars.loyalty.merge;

import io.regulars.loyalty.programme.Programmes;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** What a merge would make of two customers' memberships; the crm asks before anybody merges. */
@Path("/internal/merges/preview")
public class MergePreviewView {

    private final Database database;
    private final Programmes programmes;
    private final ReadMerge readMerge;
    private final Clock clock;

    MergePreviewView(Database database, Programmes programmes, ReadMerge readMerge, Clock clock) {
        this.database = database;
        this.programmes = programmes;
        this.readMerge = readMerge;
        this.clock = clock;
    }

    /** @param memberships one for each programme that either is a member of */
    public record Answer(UUID survivorId, UUID mergedId, List<MergePreview> memberships) {}

    @GET
    @RolesAllowed({"gateway", "crm"})
    public Answer preview(@QueryParam("survivor") UUID survivor, @QueryParam("merged") UUID merged) {
        if (survivor == null) throw Refusal.invalid("/survivor", "Say who would go on.");
        if (merged == null || merged.equals(survivor)) throw Refusal.invalid("/merged", "Say who else it is.");
        return database.inTransaction(tx ->
                new Answer(survivor, merged, readMerge.of(tx, survivor, merged, programmes.judging(tx), clock.now())));
    }
}
