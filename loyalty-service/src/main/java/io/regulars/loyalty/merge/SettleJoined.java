package io.regulars.loyalty.merge;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.MembershipJoined;
import io.regulars.loyalty.assessment.Books;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.RejudgeReceipts;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.Purchases;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What two who turned out to be one are together: the tier, and what receipts are worth that nobody had judged. */
@ApplicationScoped
public class SettleJoined {

    private final Members members;
    private final Purchases purchases;
    private final Books books;

    SettleJoined(Members members, Purchases purchases, Books books) {
        this.members = members;
        this.purchases = purchases;
        this.books = books;
    }

    /**
     * @param joined the programmes in which the one was a member; with a ladder where both were
     * @param fresh of each programme the refunds without a purchase that no membership has looked at
     */
    void settle(
            Tx tx,
            Pair pair,
            Rulebook rules,
            Map<String, Ladder> joined,
            Map<String, Set<UUID>> fresh,
            Facts facts,
            Cause cause) {
        List<Instant> moments = purchases.ofCustomer(tx, pair.into()).stream()
                .map(KeptPurchase::judgedAt)
                .toList();
        for (Member member : members.open(tx, List.of(pair.into()), new NeededToJoin(rules, moments))) {
            String programme = member.membership().programme();
            List<MembershipEvent> said = new ArrayList<>();
            if (joined.containsKey(programme)) said.addAll(joined(member, pair, joined.get(programme)));
            OpenBook book = books.openFor(tx, member, rules);
            Set<UUID> unseen = fresh.getOrDefault(programme, Set.of());
            said.addAll(RejudgeReceipts.in(book, member, refund -> unseen.contains(refund.refundId()), cause));
            said.forEach(each -> facts.say(each, cause));
            books.close(tx, book);
        }
    }

    private static List<MembershipEvent> joined(Member member, Pair pair, Ladder other) {
        List<MembershipEvent> said = new ArrayList<>();
        Optional.ofNullable(other).ifPresent(member.progress()::join);
        member.settle(pair.at()).ifPresent(said::add);
        said.add(new MembershipJoined(
                member.customerId(),
                member.membership().programme(),
                pair.mergeId(),
                pair.from(),
                member.tier(),
                member.earned(List.of()),
                pair.at()));
        return said;
    }
}
