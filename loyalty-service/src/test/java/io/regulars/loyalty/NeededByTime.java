package io.regulars.loyalty;

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

/** What is needed to look at members at a moment when nothing happens. */
public record NeededByTime(Rulebook rules, Instant at) implements Needed {

    @Override
    public List<Days> days(Stored member) {
        Instant asOf = member.standing().asOf();
        Instant latest = at.isAfter(asOf) ? at : asOf;
        return NeededDays.of(
                member.standing(),
                member.membership().enrolledAt(),
                latest,
                rules.at(member.membership().programme(), latest));
    }

    @Override
    public Set<Key> limits(Stored member) {
        return Set.of();
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        return wallets.stream().anyMatch(wallet -> wallet.isDue(at));
    }

    @Override
    public boolean history(UUID customerId) {
        return false;
    }
}
