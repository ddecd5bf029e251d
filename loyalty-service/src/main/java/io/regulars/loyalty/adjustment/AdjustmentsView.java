package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.adjustment.Adjustment.Kept;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.NumberCursor;
import io.regulars.platform.database.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** Every adjustment of a member's points, newest first: who asked for it, why, and what became of it. */
@Path("/v1/members/{customerId}/adjustments")
public class AdjustmentsView {

    private final Database database;
    private final Memberships memberships;
    private final Adjustments adjustments;

    AdjustmentsView(Database database, Memberships memberships, Adjustments adjustments) {
        this.database = database;
        this.memberships = memberships;
        this.adjustments = adjustments;
    }

    public record Page(List<ShownAdjustment> data, String next) {}

    @GET
    @RolesAllowed("gateway")
    public Page list(
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor) {
        NumberCursor.checkLimit(limit);
        long before = NumberCursor.before(cursor);
        List<Kept> kept = database.inTransaction(tx -> {
            Owner owner = memberships.require(tx, customerId, programme).owner();
            return adjustments.page(tx, owner, before, limit + 1);
        });
        List<Kept> shown = kept.subList(0, Math.min(limit, kept.size()));
        String next = kept.size() > limit ? NumberCursor.of(shown.get(limit - 1).number()) : null;
        return new Page(
                shown.stream()
                        .map(each -> ShownAdjustment.of(each.adjustment(), each.decision(), null))
                        .toList(),
                next);
    }
}
