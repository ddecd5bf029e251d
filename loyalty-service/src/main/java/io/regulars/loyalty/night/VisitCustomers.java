package io.regulars.loyalty.night;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Does what a night has to do for some customers. Whoever is locked is left for another time: nobody waits. */
@ApplicationScoped
class VisitCustomers {

    private final Customers customers;
    private final Members members;
    private final AnnounceEnds announceEnds;
    private final WarnOfDrops warnOfDrops;
    private final Journal journal;
    private final Clock clock;

    VisitCustomers(
            Customers customers,
            Members members,
            AnnounceEnds announceEnds,
            WarnOfDrops warnOfDrops,
            Journal journal,
            Clock clock) {
        this.customers = customers;
        this.members = members;
        this.announceEnds = announceEnds;
        this.warnOfDrops = warnOfDrops;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many were visited, and how many facts that brought. */
    record Visited(int customers, int facts) {}

    Visited visit(Tx tx, Night night, Step step, Rulebook rules, Collection<UUID> found) {
        Set<UUID> free = customers.lockFree(tx, found);
        if (free.isEmpty()) return new Visited(0, 0);
        List<Member> own = members.open(tx, free, new NeededAtNight(rules, night, step)).stream()
                .filter(member -> member.membership().programme().equals(night.programme()))
                .toList();
        List<MembershipEvent> said = new ArrayList<>();
        for (Member member : own) said.addAll(visited(member, night, step, rules));
        members.store(tx, own);
        ProgrammeVersion version = rules.at(night.programme(), night.until());
        if (step == Step.REMINDERS) said.addAll(announceEnds.of(tx, night, own, version));
        if (step.weighs()) said.addAll(warnOfDrops.of(tx, night, own, version));
        Facts facts = new Facts(clock.now());
        for (MembershipEvent each : said) facts.say(each, cause(night, step, each.customerId()));
        journal.append(tx, facts);
        return new Visited(free.size(), said.size());
    }

    private static List<MembershipEvent> visited(Member member, Night night, Step step, Rulebook rules) {
        Cause cause = cause(night, step, member.customerId());
        List<MembershipEvent> said = new ArrayList<>(member.reach(night.until(), cause, rules));
        member.settle(night.until()).ifPresent(said::add);
        return said;
    }

    private static Cause cause(Night night, Step step, UUID customerId) {
        return Cause.command(night.cause(step, customerId), night.until());
    }
}
