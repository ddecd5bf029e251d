package io.regulars.loyalty.night.visit;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.night.Night;
import io.regulars.loyalty.night.Step;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Does what a night has to do for some customers. Whoever is locked is left for another time: nobody waits. */
@ApplicationScoped
public class VisitCustomers {

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

    public Visited visit(Tx tx, Night night, Step step, Rulebook rules, Collection<UUID> found) {
        Set<UUID> free = customers.lockFree(tx, found);
        int left = found.size() - free.size();
        if (free.isEmpty()) return new Visited(0, 0, left);
        List<Member> own = members.open(tx, free, new NeededAtNight(rules, night, step)).stream()
                .filter(member -> member.membership().programme().equals(night.programme()))
                .toList();
        Facts facts = new Facts(clock.now());
        for (Member member : own) visit(member, cause(night, step, member.customerId()), rules, facts);
        members.store(tx, own);
        for (MembershipEvent each : ahead(tx, night, step, own, rules.at(night.programme(), night.until()))) {
            facts.say(each, cause(night, step, each.customerId()));
        }
        journal.append(tx, facts);
        return new Visited(free.size(), facts.said().size(), left);
    }

    private static void visit(Member member, Cause cause, Rulebook rules, Facts facts) {
        for (MembershipEvent each : member.reach(cause.recordedAt(), cause, rules)) facts.say(each, cause);
        member.settle(cause.recordedAt()).ifPresent(moved -> facts.say(moved, cause));
    }

    /** What lies ahead of them and is told now. */
    private List<? extends MembershipEvent> ahead(
            Tx tx, Night night, Step step, List<Member> own, ProgrammeVersion version) {
        if (step == Step.REMINDERS) return announceEnds.of(tx, night, own, version);
        return step.weighs() ? warnOfDrops.of(tx, night, own, version) : List.of();
    }

    private static Cause cause(Night night, Step step, UUID customerId) {
        return Cause.command(night.cause(step, customerId), night.until());
    }
}
