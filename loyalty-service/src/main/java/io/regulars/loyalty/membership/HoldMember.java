package io.regulars.loyalty.membership;

import io.regulars.loyalty.merge.Aliases;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes one member in hand for a command, and writes what became of them. */
@ApplicationScoped
public class HoldMember {

    private final Programmes programmes;
    private final Aliases aliases;
    private final Customers customers;
    private final Members members;
    private final Journal journal;

    HoldMember(Programmes programmes, Aliases aliases, Customers customers, Members members, Journal journal) {
        this.programmes = programmes;
        this.aliases = aliases;
        this.customers = customers;
        this.members = members;
        this.journal = journal;
    }

    /** @param programme null for the only one; nobody else changes the member before the transaction ends */
    public MemberAtHand hold(Tx tx, UUID named, String programme, Cause cause) {
        Rulebook rules = programmes.judging(tx);
        UUID customerId = aliases.rootOf(tx, named);
        customers.lock(tx, List.of(customerId));
        NeededOfOne needed = new NeededOfOne(rules, cause.recordedAt(), cause.recordedAt());
        List<Member> all = members.open(tx, List.of(customerId), needed).stream()
                .filter(each ->
                        programme == null || programme.equals(each.membership().programme()))
                .toList();
        if (all.isEmpty()) throw Refusal.of(Code.NOT_FOUND, "This customer is not a member.");
        if (all.size() > 1) throw Refusal.invalid("/programme", "Say which: this customer is in several programmes.");
        return new MemberAtHand(all.get(0), rules, new Facts(cause.recordedAt()), cause).reached();
    }

    public void letGo(Tx tx, MemberAtHand at) {
        members.store(tx, List.of(at.member()));
        journal.append(tx, at.facts());
    }
}
