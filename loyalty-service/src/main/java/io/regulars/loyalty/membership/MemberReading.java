package io.regulars.loyalty.membership;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.membership.LimitUses.Owned;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.CountedDayStore.Part;
import io.regulars.loyalty.tier.CountedDays;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.Progress;
import io.regulars.loyalty.tier.TierHistory;
import io.regulars.loyalty.tier.TierHistory.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is to be read of which members, and what they are once it was. */
public final class MemberReading {

    private final List<Stored> stored;
    private final Map<Owner, List<Wallet>> wallets;
    private final Needed needed;
    private final Set<UUID> withLots;

    public MemberReading(List<Stored> stored, Map<Owner, List<Wallet>> wallets, Needed needed) {
        this.stored = stored;
        this.wallets = wallets;
        this.needed = needed;
        this.withLots = ownersOfLots();
    }

    /** Nobody is a member. */
    public boolean isEmpty() {
        return stored.isEmpty();
    }

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Stored each : stored) needed.days(each).forEach(span -> parts.add(new Part(each.owner(), span)));
        return parts;
    }

    public List<Owned> limits() {
        List<Owned> limits = new ArrayList<>();
        for (Stored each : stored) {
            for (Key key : needed.limits(each)) limits.add(new Owned(each.owner(), key));
        }
        return limits;
    }

    public Set<UUID> withLots() {
        return withLots;
    }

    private Set<UUID> ownersOfLots() {
        Set<UUID> customers = new HashSet<>();
        for (Stored each : stored) {
            UUID customer = each.owner().customerId();
            if (needed.lots(customer, wallets.getOrDefault(each.owner(), List.of()))) customers.add(customer);
        }
        return customers;
    }

    public Set<UUID> withHistory() {
        Set<UUID> customers = new HashSet<>();
        for (Stored each : stored) {
            if (needed.history(each.owner().customerId()))
                customers.add(each.owner().customerId());
        }
        return customers;
    }

    /** Those of whom rules ask what they share. */
    public Set<UUID> withPerson() {
        if (!needed.person()) return Set.of();
        Map<String, Boolean> asking = new HashMap<>();
        Set<UUID> customers = new HashSet<>();
        for (Stored each : stored) {
            boolean asks = asking.computeIfAbsent(each.owner().programme(), needed.rules()::asksForPerson);
            if (asks) customers.add(each.owner().customerId());
        }
        return customers;
    }

    public List<Member> members(
            Map<Owner, List<CountedDay>> days,
            Map<Owned, Tally> limits,
            Map<Owner, Map<String, List<Lot>>> lots,
            Map<Owner, List<Change>> changes) {
        Map<Owner, Map<Key, Tally>> used = new HashMap<>();
        limits.forEach((owned, tally) ->
                used.computeIfAbsent(owned.owner(), owner -> new HashMap<>()).put(owned.key(), tally));
        List<Member> members = new ArrayList<>();
        for (Stored each : stored) {
            Owner owner = each.owner();
            Map<String, List<Lot>> open =
                    withLots.contains(owner.customerId()) ? lots.getOrDefault(owner, Map.of()) : null;
            members.add(member(
                    each,
                    open,
                    new CountedDays(days.getOrDefault(owner, List.of())),
                    new LimitUse(used.getOrDefault(owner, Map.of())),
                    new TierHistory(changes.getOrDefault(owner, List.of()))));
        }
        return members;
    }

    private Member member(
            Stored stored, Map<String, List<Lot>> open, CountedDays days, LimitUse limits, TierHistory history) {
        Membership membership = stored.membership();
        Rulebook rules = needed.rules();
        String programme = membership.programme();
        ProgrammeVersion version = rules.at(programme, stored.standing().asOf());
        Passbook passbook = new Passbook(
                membership.customerId(),
                programme,
                stored.transfers(),
                wallets.getOrDefault(stored.owner(), List.of()),
                open);
        Progress progress = new Progress(
                stored.standing(), membership.enrolledAt(), days, passbook::shown, at -> rules.at(programme, at));
        return new Member(membership, version.firstWallet(), stored.experience(), passbook, progress, limits, history);
    }
}
