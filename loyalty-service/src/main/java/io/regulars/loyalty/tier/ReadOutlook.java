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

    /** Nothing in a programme without tiers, and for a member who has not been looked at since there are some. */
    public Optional<TierOutlook> of(Tx tx, Stored member, long balance, ProgrammeVersion version, Instant now) {
        if (version.document().tiers() == null || member.standing().ladder() == null) return Optional.empty();
        Calendar calendar = Calendar.of(version);
        LocalDate joined = calendar.dayOf(member.membership().enrolledAt());
        LocalDate today = calendar.dayOf(now);
        LocalDate first = PeriodRules.window(version.document().tiers().window(), joined, today)
                .first();
        Part part = new Part(member.owner(), new Days(first, LocalDate.MAX));
        List<Counted> counted = days.within(tx, List.of(part)).get().getOrDefault(member.owner(), List.of()).stream()
                .map(CountedDay::counted)
                .toList();
        TierOutlookRules rules = new TierOutlookRules(TierPlan.of(version), joined, counted, balance);
        return Optional.of(rules.on(today, member.standing().ladder().standing()));
    }
}
