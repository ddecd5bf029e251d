package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.ReadPoints;
import io.regulars.loyalty.points.WalletView.Amounts;
import io.regulars.loyalty.points.WalletView.KindOfPoints;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
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
    private final ReadPoints readPoints;
    private final Programmes programmes;
    private final Freshness freshness;
    private final Clock clock;

    MembershipsView(
            Database database,
            Memberships memberships,
            ReadPoints readPoints,
            Programmes programmes,
            Freshness freshness,
            Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.readPoints = readPoints;
        this.programmes = programmes;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Points are those of the first wallet, {@code wallets} are all of them; {@code points.earned} is 0: nothing is earned by looking. */
    public record Entry(
            String programme,
            Instant memberSince,
            Instant countsFrom,
            String tier,
            long spend,
            long active,
            long held,
            long debt,
            Points points,
            List<KindOfPoints> wallets) {}

    public record Answer(List<Entry> data, Map<String, Instant> asOf) {}

    @GET
    @WaitsForMarks
    @RolesAllowed({"gateway", "crm", "loyalty", "engagement"})
    public Answer memberships(@PathParam("customerId") UUID customerId) {
        List<Entry> entries = database.inTransaction(tx -> memberships.of(tx, customerId).stream()
                .filter(stored -> !stored.membership().hasLeft())
                .map(stored -> entry(tx, stored))
                .toList());
        return new Answer(entries, freshness.asOf());
    }

    private Entry entry(Tx tx, Stored stored) {
        Instant now = clock.now();
        ProgrammeVersion version = programmes.judging(tx).at(stored.owner().programme(), now);
        List<KindOfPoints> wallets = readPoints.of(tx, stored.owner(), version, now);
        Amounts amounts = wallets.get(0).points();
        Points points = new Points(0, amounts.pending(), amounts.balance());
        return new Entry(
                stored.membership().programme(),
                stored.membership().enrolledAt(),
                stored.membership().countsFrom(),
                stored.standing().tier(),
                stored.standing().value(),
                amounts.active(),
                amounts.held(),
                amounts.debt(),
                points,
                wallets);
    }
}
