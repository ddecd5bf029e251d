package io.regulars.loyalty.points;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.document.WalletPolicy.PointName;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.loyalty.programme.terms.MembershipRules;
import io.regulars.loyalty.tier.ReadOutlook;
import io.regulars.loyalty.tier.standing.TierOutlook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a member has and where they stand, at this moment, whether or not what is due has been posted. */
@Path("/v1/members/{customerId}/wallet")
public class WalletView {

    private final Database database;
    private final Memberships memberships;
    private final ReadPoints readPoints;
    private final ReadOutlook readOutlook;
    private final Programmes programmes;
    private final Freshness freshness;
    private final Clock clock;

    WalletView(
            Database database,
            Memberships memberships,
            ReadPoints readPoints,
            ReadOutlook readOutlook,
            Programmes programmes,
            Freshness freshness,
            Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.readPoints = readPoints;
        this.readOutlook = readOutlook;
        this.programmes = programmes;
        this.freshness = freshness;
        this.clock = clock;
    }

    /**
     * {@code points} are those of the programme's first wallet; {@code spend} is what moves the tier, in minor units
     * where that is money.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            UUID customerId,
            String programme,
            Instant memberSince,
            String status,
            Instant leftAt,
            String tier,
            Amounts points,
            List<KindOfPoints> wallets,
            long spend,
            NextTier nextTier,
            TierOutlook tierOutlook,
            Map<String, Instant> asOf) {}

    /** {@code balance} is active less debt. */
    public record Amounts(long active, long pending, long held, long debt, long balance) {}

    /**
     * {@code starting} and {@code expiring}: points by when they can be spent, and by when they are gone; {@code name} is
     * left out for those that only an older version had.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KindOfPoints(
            String wallet, PointName name, Amounts points, Map<Instant, Long> starting, Map<Instant, Long> expiring) {}

    /** Money in minor units; {@code missing} is what is still needed. */
    public record NextTier(String tier, long threshold, long missing) {}

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Answer wallet(@PathParam("customerId") UUID customerId, @QueryParam("programme") String asked) {
        return database.inTransaction(tx -> answer(tx, memberships.require(tx, customerId, asked)));
    }

    private static String status(Stored stored) {
        return CamelCase.of(MembershipRules.status(
                stored.membership().status(), stored.experience().purchases()));
    }

    private Answer answer(Tx tx, Stored stored) {
        Instant now = clock.now();
        ProgrammeVersion version = programmes.judging(tx).at(stored.owner().programme(), now);
        List<KindOfPoints> wallets = readPoints.of(tx, stored.owner(), version, now);
        long balance = amounts(wallets, version.tierWallet()).balance();
        TierOutlook outlook = readOutlook.of(tx, stored, balance, version, now).orElse(null);
        return new Answer(
                stored.owner().customerId(),
                stored.owner().programme(),
                stored.membership().enrolledAt(),
                status(stored),
                stored.membership().leftAt(),
                stored.standing().tier(),
                amounts(wallets, version.firstWallet()),
                wallets,
                stored.standing().value(),
                outlook == null || outlook.next() == null ? null : next(outlook, version),
                outlook,
                freshness.asOf());
    }

    private static Amounts amounts(List<KindOfPoints> wallets, String id) {
        return wallets.stream()
                .filter(wallet -> wallet.wallet().equals(id))
                .map(KindOfPoints::points)
                .findFirst()
                .orElse(new Amounts(0, 0, 0, 0, 0));
    }

    private static NextTier next(TierOutlook outlook, ProgrammeVersion version) {
        long threshold = version.level(outlook.next()).orElseThrow().threshold();
        return new NextTier(outlook.next(), threshold, outlook.missing());
    }
}
