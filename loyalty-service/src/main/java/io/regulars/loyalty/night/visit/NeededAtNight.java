package io.regulars.loyalty.night.visit;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.night.Night;
import io.regulars.loyalty.night.Step;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.NeededDays;
import io.regulars.loyalty.tier.standing.Days;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a visit at night needs to know of a member: what is due, and the days that leave or enter the tier's window. */
public record NeededAtNight(Rulebook rules, Night night, Step step) implements Needed {

    @Override
    public List<Days> days(Stored member) {
        if (!member.owner().programme().equals(night.programme())) return List.of();
        Instant asOf = member.standing().asOf();
        ProgrammeVersion latest = rules.at(night.programme(), asOf.isAfter(night.until()) ? asOf : night.until());
        return NeededDays.of(member.standing(), member.membership().enrolledAt(), night.until(), latest);
    }

    @Override
    public Set<Key> limits(Stored member) {
        return Set.of();
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        return step == Step.REMINDERS || wallets.stream().anyMatch(wallet -> wallet.isDue(night.until()));
    }

    @Override
    public boolean history(UUID customerId) {
        return false;
    }

    @Override
    public boolean person() {
        return false;
    }
}
