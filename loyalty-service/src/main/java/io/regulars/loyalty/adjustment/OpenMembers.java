package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.adjustment.OpenMember.Said;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.merge.Aliases;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Holds members while their points are moved by hand, and writes what became of them. */
@ApplicationScoped
public class OpenMembers {

    private final Aliases aliases;
    private final Customers customers;
    private final Memberships memberships;
    private final Members members;
    private final Journal journal;

    OpenMembers(Aliases aliases, Customers customers, Memberships memberships, Members members, Journal journal) {
        this.aliases = aliases;
        this.customers = customers;
        this.memberships = memberships;
        this.members = members;
        this.journal = journal;
    }

    /** Held and looked at now; refuses who is not a member of that programme, or of one where none is named. */
    public OpenMember one(Tx tx, UUID named, String programme, Rulebook rules, Cause cause) {
        UUID customerId = aliases.rootOf(tx, named);
        customers.lock(tx, List.of(customerId));
        Owner owner = memberships.require(tx, customerId, programme).owner();
        OpenMember open = read(tx, Set.of(customerId), owner.programme(), rules, cause.recordedAt())
                .get(customerId);
        open.reach(cause);
        return open;
    }

    /** Those of them who are members, held. Nobody who is not is written down. */
    public Map<UUID, OpenMember> among(
            Tx tx, Collection<UUID> customerIds, String programme, Rulebook rules, Instant now) {
        Set<UUID> known = new TreeSet<>();
        memberships.asked(tx, customerIds).get().stream()
                .map(each -> each.owner())
                .filter(owner -> owner.programme().equals(programme))
                .forEach(owner -> known.add(owner.customerId()));
        if (known.isEmpty()) return Map.of();
        customers.lock(tx, known);
        return read(tx, known, programme, rules, now);
    }

    private Map<UUID, OpenMember> read(
            Tx tx, Collection<UUID> customerIds, String programme, Rulebook rules, Instant now) {
        Map<UUID, OpenMember> open = new LinkedHashMap<>();
        for (Member member : members.open(tx, customerIds, new NeededByHand(rules, now))) {
            boolean here = member.membership().programme().equals(programme);
            if (here) open.put(member.customerId(), new OpenMember(member, rules));
        }
        return open;
    }

    /** Writes what became of them, and says it. */
    public void close(Tx tx, Collection<OpenMember> open, Instant now) {
        members.store(tx, open.stream().map(OpenMember::member).toList());
        Facts facts = new Facts(now);
        List<Said> said = new ArrayList<>();
        open.forEach(each -> said.addAll(each.said()));
        said.forEach(each -> facts.say(each.event(), each.cause()));
        journal.append(tx, facts);
    }
}
