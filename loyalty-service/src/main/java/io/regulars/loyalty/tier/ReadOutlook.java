package io.regulars.loyalty.tier;

import io.regulars.loyalty.membership.Memberships.Stored;
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
import java.util.List;
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
}
