package io.regulars.loyalty.points;

import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.programme.Programme.Tier;
import io.regulars.loyalty.tier.TierRules;
import io.regulars.platform.database.Database;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a member has and where they stand. */
@Path("/v1/members/{customerId}/wallet")
public class WalletView {

    private final Database database;
    private final Memberships memberships;
    private final Programme programme;
    private final Freshness freshness;

    WalletView(Database database, Memberships memberships, Programme programme, Freshness freshness) {
        this.database = database;
        this.memberships = memberships;
        this.programme = programme;
        this.freshness = freshness;
    }

    public record Answer(
            UUID customerId,
            String programme,
            Instant memberSince,
            String tier,
            Amounts points,
            long spend,
            NextTier nextTier,
            Map<String, Instant> asOf) {}

    /** {@code balance} is active less debt. */
    public record Amounts(long active, long pending, long held, long debt, long balance) {}

    /** Money in minor units; {@code missing} is the net spend that is still needed. */
    public record NextTier(String tier, long threshold, long missing) {}

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Answer wallet(@PathParam("customerId") UUID customerId, @QueryParam("programme") String asked) {
        Stored stored = database.inTransaction(tx -> memberships.require(tx, customerId, asked));
        Wallet wallet = stored.wallet();
        long spend = stored.standing().spend();
        NextTier next = TierRules.tierAfter(stored.standing().tier(), programme)
                .map(tier -> missing(tier, spend))
                .orElse(null);
        return new Answer(
                customerId,
                stored.membership().programme(),
                stored.membership().enrolledAt(),
                stored.standing().tier(),
                new Amounts(wallet.active(), wallet.pending(), wallet.held(), wallet.debt(), wallet.balance()),
                spend,
                next,
                freshness.asOf());
    }

    private static NextTier missing(Tier tier, long spend) {
        return new NextTier(tier.name(), tier.threshold(), Math.max(0, tier.threshold() - spend));
    }
}
