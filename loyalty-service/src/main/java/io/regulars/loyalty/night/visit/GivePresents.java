package io.regulars.loyalty.night.visit;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.assessment.AwardContact;
import io.regulars.loyalty.assessment.Books;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.night.CelebrationRules;
import io.regulars.loyalty.night.Night;
import io.regulars.loyalty.night.Search;
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

/** Gives some members what rules give on their birthday or day of joining, after all that was due before. */
@ApplicationScoped
public class GivePresents {

    private final Customers customers;
    private final Members members;
    private final Books books;
    private final Journal journal;
    private final Clock clock;

    GivePresents(Customers customers, Members members, Books books, Journal journal, Clock clock) {
        this.customers = customers;
        this.members = members;
        this.books = books;
        this.journal = journal;
        this.clock = clock;
    }

    public Visited give(Tx tx, Night night, Search search, Rulebook rules, Collection<UUID> found) {
        Set<UUID> free = customers.lockFree(tx, found);
        int left = found.size() - free.size();
        if (free.isEmpty()) return new Visited(0, 0, left);
        var needed = new NeededToCelebrate(new NeededAtNight(rules, night, search.step()), search.from());
        List<Member> own = members.open(tx, free, needed).stream()
                .filter(member -> member.membership().programme().equals(night.programme()))
                .filter(member -> !member.membership().hasLeft())
                .toList();
        ProgrammeVersion version = rules.at(night.programme(), CelebrationRules.midnight(search.from(), night, rules));
        OpenBook book = books.openFor(tx, own, version, search.step().trigger(), rules);
        Facts facts = new Facts(clock.now());
        for (Member member : own) {
            UUID causedBy = night.cause(search.step(), search.from(), member.customerId());
            Cause cause = Cause.command(causedBy, night.until());
            for (MembershipEvent each : given(book, member, night, search, version, cause)) facts.say(each, cause);
        }
        books.close(tx, book);
        journal.append(tx, facts);
        return new Visited(free.size(), facts.said().size(), left);
    }

    private static List<MembershipEvent> given(
            OpenBook book, Member member, Night night, Search search, ProgrammeVersion version, Cause cause) {
        List<MembershipEvent> said = new ArrayList<>(member.reach(night.until(), cause, book.rules()));
        member.settle(night.until()).ifPresent(said::add);
        var happening = CelebrationRules.happening(search.step(), search.from(), member, version);
        said.addAll(AwardContact.in(book, member, happening, cause));
        return said;
    }
}
