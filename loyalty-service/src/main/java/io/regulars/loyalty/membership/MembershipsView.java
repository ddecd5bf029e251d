package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.platform.database.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a customer is a member of; nothing, for most. */
@Path("/internal/members/{customerId}")
public class MembershipsView {

    private final Database database;
    private final Memberships memberships;

    MembershipsView(Database database, Memberships memberships) {
        this.database = database;
        this.memberships = memberships;
    }

    /** {@code points.earned} is 0: nothing is earned by looking. */
    public record Entry(
            String programme,
            Instant memberSince,
            Instant countsFrom,
            String tier,
            long spend,
            long active,
            long held,
            long debt,
            Points points) {}

    @GET
    @RolesAllowed({"gateway", "crm", "loyalty", "engagement"})
    public List<Entry> memberships(@PathParam("customerId") UUID customerId) {
        return database.inTransaction(tx -> memberships.of(tx, customerId)).stream()
                .map(MembershipsView::entry)
                .toList();
    }

    private static Entry entry(Stored stored) {
        Points points = new Points(0, stored.wallet().pending(), stored.wallet().balance());
        return new Entry(
                stored.membership().programme(),
                stored.membership().enrolledAt(),
                stored.membership().countsFrom(),
                stored.standing().tier(),
                stored.standing().spend(),
                stored.wallet().active(),
                stored.wallet().held(),
                stored.wallet().debt(),
                points);
    }
}
