package io.regulars.loyalty.merge;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.standing.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * All there is of members that are joined or parted.
 *
 * @param moments of receipts that are judged then
 */
record NeededToJoin(Rulebook rules, Collection<Instant> moments) implements Needed {

    private static final List<Days> ALWAYS = List.of(new Days(LocalDate.EPOCH, LocalDate.MAX));

    @Override
    public List<Days> days(Stored member) {
        return ALWAYS;
    }

    @Override
    public Set<Key> limits(Stored member) {
        Set<Key> keys = new HashSet<>();
        for (Instant moment : moments) {
            ProgrammeVersion version = rules.at(member.owner().programme(), moment);
            keys.addAll(LimitRules.keys(version, Calendar.of(version).dayOf(moment)));
        }
        return keys;
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        return true;
    }

    @Override
    public boolean history(UUID customerId) {
        return true;
    }
}
