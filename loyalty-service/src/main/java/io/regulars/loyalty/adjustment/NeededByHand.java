package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.NeededDays;
import io.regulars.loyalty.tier.standing.Days;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What moving points by hand needs to know of a member: all lots, and days that leave or enter the tier's window. */
record NeededByHand(Rulebook rules, Instant now) implements Needed {

    @Override
    public List<Days> days(Stored member) {
        Instant asOf = member.standing().asOf();
        Instant latest = now.isAfter(asOf) ? now : asOf;
        return NeededDays.of(
                member.standing(),
                member.membership().enrolledAt(),
                now,
                rules.at(member.owner().programme(), latest));
    }

    @Override
    public Set<Key> limits(Stored member) {
        return Set.of();
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        return true;
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
