package io.regulars.loyalty.night.visit;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.night.CelebrationRules;
import io.regulars.loyalty.night.Night;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.standing.Days;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a visit with a present needs to know of a member: what every visit does, and the limits of that day. */
record NeededToCelebrate(NeededAtNight visit, LocalDate day) implements Needed {

    @Override
    public Rulebook rules() {
        return visit.rules();
    }

    @Override
    public List<Days> days(Stored member) {
        return visit.days(member);
    }

    @Override
    public Set<Key> limits(Stored member) {
        Night night = visit.night();
        if (!member.owner().programme().equals(night.programme())) return Set.of();
        return LimitRules.keys(rules().at(night.programme(), CelebrationRules.midnight(day, night, rules())), day);
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        return visit.lots(customerId, wallets);
    }

    @Override
    public boolean history(UUID customerId) {
        return false;
    }
}
