package io.regulars.loyalty.tier;

import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.tier.CountedDayStore.Part;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.PeriodRules;
import io.regulars.loyalty.tier.standing.TierOutlook;
import io.regulars.loyalty.tier.standing.TierOutlookRules;
import io.regulars.loyalty.tier.standing.TierPlan;
import io.regulars.loyalty.tier.standing.TierStanding;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Progress to the next tier, what keeps this one, and when it would be lost. */
@ApplicationScoped
public class ReadOutlook {

    private final CountedDayStore days;

    ReadOutlook(CountedDayStore days) {
        this.days = days;
    }

    /**
     * Where a member stands today, whether or not anybody has posted it.
     *
     * @param value of the basis, added up over {@code window}
     */
    public record Reading(TierOutlook outlook, long value, Days window, TierStanding standing) {}

    /** Nothing in a programme without tiers, and for a member who has not been looked at since there are some. */
    public Optional<TierOutlook> of(Tx tx, Stored member, long balance, ProgrammeVersion version, Instant now) {
        return reading(tx, member, balance, version, now).map(Reading::outlook);
    }

    public Optional<Reading> reading(Tx tx, Stored member, long balance, ProgrammeVersion version, Instant now) {
        if (version.document().tiers() == null || member.standing().ladder() == null) return Optional.empty();
        Calendar calendar = Calendar.of(version);
        LocalDate joined = calendar.dayOf(member.membership().enrolledAt());
        LocalDate today = calendar.dayOf(now);
        Days window = PeriodRules.window(version.document().tiers().window(), joined, today);
        Part part = new Part(member.owner(), new Days(window.first(), LocalDate.MAX));
        List<Counted> counted = days.within(tx, List.of(part)).get().getOrDefault(member.owner(), List.of()).stream()
                .map(CountedDay::counted)
                .toList();
        TierOutlookRules rules = new TierOutlookRules(TierPlan.of(version), joined, counted, balance);
        TierStanding standing = member.standing().ladder().standing().without(today);
        return Optional.of(new Reading(rules.on(today, standing), rules.valueOn(today), window, standing));
    }

    /**
     * @param missing how much more until the drop would keep the level: in the period that decides, or in a window that
     *     moves on the one of that day; 0 without a drop
     */
    public record Ahead(TierOutlook outlook, long missing) {}

    /** The same for many, who are stored as they are here. */
    public Map<Owner, Ahead> of(Tx tx, Collection<Member> members, ProgrammeVersion version, Instant now) {
        List<Asked> asked = new ArrayList<>();
        for (Member each : members) {
            long balance = each.passbook().shown(version.tierWallet());
            Instant enrolledAt = each.membership().enrolledAt();
            asked.add(new Asked(each.owner(), enrolledAt, each.progress().standing(), balance));
        }
        return ahead(tx, asked, version, now);
    }

    private Map<Owner, Ahead> ahead(Tx tx, List<Asked> all, ProgrammeVersion version, Instant now) {
        if (version.document().tiers() == null) return Map.of();
        Calendar calendar = Calendar.of(version);
        LocalDate today = calendar.dayOf(now);
        List<Part> parts = new ArrayList<>();
        for (Asked each : all) {
            LocalDate first = PeriodRules.window(version.document().tiers().window(), each.joined(calendar), today)
                    .first();
            parts.add(new Part(each.owner(), new Days(first, LocalDate.MAX)));
        }
        Map<Owner, List<CountedDay>> counted = days.within(tx, parts).get();
        Map<Owner, Ahead> outlooks = new HashMap<>();
        for (Asked each : all) {
            if (each.standing().ladder() == null) continue;
            List<Counted> own = counted.getOrDefault(each.owner(), List.of()).stream()
                    .map(CountedDay::counted)
                    .toList();
            TierOutlookRules rules =
                    new TierOutlookRules(TierPlan.of(version), each.joined(calendar), own, each.balance());
            TierOutlook outlook = rules.on(today, each.standing().ladder().standing().without(today));
            outlooks.put(each.owner(), new Ahead(outlook, missing(outlook, rules, version)));
        }
        return outlooks;
    }

    private static long missing(TierOutlook outlook, TierOutlookRules rules, ProgrammeVersion version) {
        if (outlook.dropsTo() == null || outlook.missingToKeep() > 0) return outlook.missingToKeep();
        long threshold = version.level(outlook.level()).orElseThrow().threshold();
        return Math.max(0, threshold - rules.valueOn(outlook.keptUntil().plusDays(1)));
    }

    private record Asked(Owner owner, Instant enrolledAt, Standing standing, long balance) {
        LocalDate joined(Calendar calendar) {
            return calendar.dayOf(enrolledAt);
        }
    }
}
