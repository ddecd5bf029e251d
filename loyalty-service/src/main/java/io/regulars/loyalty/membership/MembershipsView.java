package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.platform.database.Database;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a customer is a member of; nothing, for most. */
@Path("/internal/members/{customerId}")
public class MembershipsView {

    private final Database database;
    private final Memberships memberships;
    private final Freshness freshness;

    MembershipsView(Database database, Memberships memberships, Freshness freshness) {
        this.database = database;
        this.memberships = memberships;
        this.freshness = freshness;
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

    public record Answer(List<Entry> data, Map<String, Instant> asOf) {}

    @GET
    @WaitsForMarks
    @RolesAllowed({"gateway", "crm", "loyalty", "engagement"})
    public Answer memberships(@PathParam("customerId") UUID customerId) {
        List<Entry> entries = database.inTransaction(tx -> memberships.of(tx, customerId)).stream()
                .map(MembershipsView::entry)
                .toList();
        return new Answer(entries, freshness.asOf());
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
