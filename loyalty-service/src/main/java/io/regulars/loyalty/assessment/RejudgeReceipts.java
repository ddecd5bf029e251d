package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.KeptRefund.State;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Somebody opted in: what was kept of their receipts is judged as if they had been a member when it came. */
public final class RejudgeReceipts {

    private RejudgeReceipts() {}

    /** @param book holds all that was ever kept of this customer, and nothing else */
    public static List<MembershipEvent> in(OpenBook book, Member member, Cause cause) {
        return in(book, member, refund -> true, cause);
    }

    /** @param fresh refunds that name no purchase and were not looked at for this membership */
    public static List<MembershipEvent> in(OpenBook book, Member member, Predicate<KeptRefund> fresh, Cause cause) {
        List<MembershipEvent> said = new ArrayList<>();
        said.addAll(member.reach(book.latest(), cause, book.rules()));
        String before = member.tier();
        TierChanged last = null;
        List<KeptPurchase> purchases = purchases(book, member);
        for (KeptPurchase purchase : purchases) {
            Judged judged = JudgePurchase.in(book, member, purchase, cause);
            Points points = member.earned(judged.awards());
            said.addAll(AssessPurchase.earned(purchase, member, judged, points, cause));
            last = later(last, member.settle(cause.recordedAt()));
        }
        Map<UUID, List<KeptRefund>> back = new HashMap<>();
        Set<UUID> now = new HashSet<>();
        purchases.forEach(purchase -> now.add(purchase.purchaseId()));
        for (KeptRefund refund : refunds(book, member)) {
            boolean here = refund.originalId() == null ? fresh.test(refund) : now.contains(refund.originalId());
            if (!here) continue;
            List<KeptRefund> earlier = back.computeIfAbsent(refund.originalId(), id -> new ArrayList<>());
            said.addAll(TakeBack.after(earlier, book, member, refund, cause).asFact(refund, member, cause));
            earlier.add(refund);
        }
        last = later(last, member.settle(cause.recordedAt()));
        if (last != null && !last.to().equals(before)) said.add(asOneMove(last, before));
        return said;
    }

    private static TierChanged later(TierChanged before, Optional<TierChanged> after) {
        return after.orElse(before);
    }

    private static TierChanged asOneMove(TierChanged last, String from) {
        return new TierChanged(
                last.customerId(),
                last.programme(),
                from,
                last.to(),
                last.spend(),
                "reached",
                last.beSent(),
                last.occurredAt());
    }

    private static List<KeptPurchase> purchases(OpenBook book, Member member) {
        return book.purchases().all().stream()
                .filter(purchase -> member.membership().counts(purchase.occurredAt()))
                .filter(purchase -> !book.refunds().isVoided(purchase.purchaseId()))
                .filter(purchase -> book.judged()
                        .of(purchase.purchaseId(), member.membership().programme())
                        .isEmpty())
                .sorted(Comparator.comparing(KeptPurchase::occurredAt).thenComparing(KeptPurchase::purchaseId))
                .toList();
    }

    private static List<KeptRefund> refunds(OpenBook book, Member member) {
        return book.refunds().known().stream()
                .filter(refund -> member.membership().counts(decides(book, refund)))
                .filter(refund -> !isOver(refund, member))
                .sorted(Comparator.comparing(KeptRefund::recordedAt).thenComparing(KeptRefund::refundId))
                .toList();
    }

    /** It named no purchase and counted in a membership that is over, whatever the clock of its till said. */
    private static boolean isOver(KeptRefund refund, Member member) {
        return refund.originalId() == null
                && refund.state() == State.COUNTED
                && refund.recordedAt().isBefore(member.membership().countsFrom());
    }

    /** A refund counts when its purchase does, and by itself when it has none. */
    private static Instant decides(OpenBook book, KeptRefund refund) {
        return refund.originalId() == null
                ? refund.occurredAt()
                : book.purchases().get(refund.originalId()).occurredAt();
    }
}
