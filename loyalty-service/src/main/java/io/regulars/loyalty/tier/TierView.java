package io.regulars.loyalty.tier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.benefit.ReadBenefits;
import io.regulars.loyalty.benefit.ReadBenefits.Shown;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.ReadPoints;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.loyalty.tier.ReadOutlook.Reading;
import io.regulars.loyalty.tier.TierHistory.Change;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.TierOutlook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a member stands among the tiers, why, for how long, and what it gives. */
@Path("/v1/members/{customerId}/tier")
public class TierView {

    private final Database database;
    private final Memberships memberships;
    private final ReadPoints readPoints;
    private final ReadOutlook readOutlook;
    private final ReadBenefits readBenefits;
    private final TierHistories histories;
    private final Programmes programmes;
    private final Freshness freshness;
    private final Clock clock;

    TierView(
            Database database,
            Memberships memberships,
            ReadPoints readPoints,
            ReadOutlook readOutlook,
            ReadBenefits readBenefits,
            TierHistories histories,
            Programmes programmes,
            Freshness freshness,
            Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.readPoints = readPoints;
        this.readOutlook = readOutlook;
        this.readBenefits = readBenefits;
        this.histories = histories;
        this.programmes = programmes;
        this.freshness = freshness;
        this.clock = clock;
    }

    /**
     * Days are local where the programme is. {@code value} is what moves the tier, in units of {@code basis} (money in
     * minor ones), added up over {@code window}; after {@code keptUntil} the member drops to {@code dropsTo} unless
     * {@code missingToKeep} more is reached; {@code projected} is the tier a year from today if nothing more happens.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            UUID customerId,
            String programme,
            String tier,
            LocalDate since,
            String basis,
            long value,
            Window window,
            Next next,
            long missingToKeep,
            LocalDate keptUntil,
            String dropsTo,
            String projected,
            List<GivenTier> grants,
            LockedTier lock,
            List<Shown> benefits,
            Map<String, Instant> asOf) {}

    /** Both days are a part of it; without {@code last} it never ends. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Window(LocalDate first, LocalDate last) {
        static Window of(Days days) {
            return new Window(days.first(), days.last().equals(LocalDate.MAX) ? null : days.last());
        }
    }

    /** The tier above, and how much is missing to it. */
    public record Next(String tier, long threshold, long missing) {}

    @GET
    @WaitsForMarks
    @RolesAllowed("gateway")
    public Answer tier(@PathParam("customerId") UUID customerId, @QueryParam("programme") String programme) {
        return database.inTransaction(tx -> answer(tx, memberships.require(tx, customerId, programme)));
    }

    private Answer answer(Tx tx, Stored stored) {
        Instant now = clock.now();
        ProgrammeVersion version = programmes.judging(tx).at(stored.owner().programme(), now);
        Reading reading = readOutlook
                .reading(tx, stored, balance(tx, stored, version, now), version, now)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "This programme has no tiers."));
        TierOutlook outlook = reading.outlook();
        return new Answer(
                stored.owner().customerId(),
                stored.owner().programme(),
                outlook.level(),
                since(tx, stored, reading, version),
                CamelCase.of(version.document().tiers().basis()),
                reading.value(),
                Window.of(reading.window()),
                next(outlook, version),
                outlook.missingToKeep(),
                outlook.keptUntil(),
                outlook.dropsTo(),
                outlook.projected(),
                reading.standing().grants().stream().map(GivenTier::of).toList(),
                LockedTier.of(reading.standing().lock()),
                readBenefits.of(tx, stored.owner(), outlook.level(), version, now),
                freshness.asOf());
    }

    private long balance(Tx tx, Stored stored, ProgrammeVersion version, Instant now) {
        return readPoints.of(tx, stored.owner(), version, now).stream()
                .filter(kind -> kind.wallet().equals(version.tierWallet()))
                .mapToLong(kind -> kind.points().balance())
                .findFirst()
                .orElse(0);
    }

    /** The day of the last move into it; before anybody has posted one, the day it was reached. */
    private LocalDate since(Tx tx, Stored stored, Reading reading, ProgrammeVersion version) {
        List<Change> changes =
                histories.of(tx, List.of(stored.owner().customerId())).get().getOrDefault(stored.owner(), List.of());
        return changes.stream()
                .max(Comparator.comparing(Change::from))
                .filter(change -> change.tier().equals(reading.outlook().level()))
                .map(change -> Calendar.of(version).dayOf(change.from()))
                .orElse(reading.standing().since());
    }

    private static Next next(TierOutlook outlook, ProgrammeVersion version) {
        if (outlook.next() == null) return null;
        long threshold = version.level(outlook.next()).orElseThrow().threshold();
        return new Next(outlook.next(), threshold, outlook.missing());
    }
}
