package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.RefundPolicy;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.KeptRefund.State;
import io.regulars.loyalty.refund.takeback.BroughtBack;
import io.regulars.loyalty.refund.takeback.SettlementRules.Settlement;
import io.regulars.platform.journal.Cause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a refund count: the same whether it arrives, waited for its purchase, or came before the opt-in. */
final class TakeBack {

    private final OpenBook book;
    private final Member member;
    private final KeptRefund refund;
    private final KeptPurchase original;
    private final Judged judged;
    private final ProgrammeVersion version;

    private TakeBack(OpenBook book, Member member, KeptRefund refund) {
        String programme = member.membership().programme();
        this.book = book;
        this.member = member;
        this.refund = refund;
        this.original = refund.originalId() == null ? null : book.purchases().get(refund.originalId());
        this.judged = original == null
                ? null
                : book.judged().of(original.purchaseId(), programme).orElse(null);
        this.version = judged == null
                ? book.rules().at(programme, refund.judgedAt())
                : book.rules().version(programme, judged.version()).orElseThrow();
    }

    /** What was taken, line by line, and the wallet after it. */
    record Taken(List<MembershipEvent.Award> awards, Points points) {

        /** As it is said of a refund that was answered before; it is not said when nothing moved. */
        List<PointsReversed> asFact(KeptRefund refund, Member member, Cause cause) {
            if (awards.isEmpty()) return List.of();
            return List.of(new PointsReversed(
                    member.customerId(),
                    member.membership().programme(),
                    refund.refundId(),
                    refund.originalId(),
                    awards,
                    points,
                    cause.recordedAt()));
        }
    }

    static Taken nothing(Member member) {
        return new Taken(List.of(), member.earned(List.of()));
    }

    /** Takes what this refund adds to those that counted before it. */
    static Taken from(OpenBook book, Member member, KeptRefund refund, Cause cause) {
        List<KeptRefund> before = new ArrayList<>();
        if (refund.originalId() != null) {
            for (KeptRefund each : book.refunds().of(refund.originalId())) {
                boolean counted =
                        each.state() == State.COUNTED && !each.refundId().equals(refund.refundId());
                if (counted) before.add(each);
            }
        }
        return after(before, book, member, refund, cause);
    }

    /** @param before what else of the same purchase came back and counted already */
    static Taken after(List<KeptRefund> before, OpenBook book, Member member, KeptRefund refund, Cause cause) {
        return new TakeBack(book, member, refund).taken(before, cause);
    }

    private Taken taken(List<KeptRefund> before, Cause cause) {
        List<Award> due = DueBack.of(refund, original, judged, goods(before), version);
        RefundPolicy policy = version.document().refunds();
        Map<String, Long> taken = new LinkedHashMap<>();
        long shortfall = 0;
        long lessForTier = 0;
        Origin origin = new Origin(refund.originalId(), refund.refundId(), cause.eventId());
        for (Map.Entry<String, Long> each : DueBack.byWallet(due).entrySet()) {
            Settlement settled = member.passbook()
                    .takeBack(each.getKey(), each.getValue(), policy.whenSpent(), origin, cause.recordedAt());
            taken.put(each.getKey(), settled.all() - settled.shortfall());
            shortfall += settled.shortfall();
            if (each.getKey().equals(version.tierWallet())) lessForTier += settled.fromActive() + settled.owed();
        }
        lowerTier(lessForTier, before);
        List<MembershipEvent.Award> told = DueBack.told(due, taken);
        long all = taken.values().stream().mapToLong(Long::longValue).sum();
        KeptRefund now = book.refunds().now(refund);
        book.refunds().write(now.counted(now.taken() + all, now.shortfall() + shortfall));
        return new Taken(told, member.taken(taken.getOrDefault(version.firstWallet(), 0L)));
    }

    private List<BroughtBack> goods(List<KeptRefund> refunds) {
        return refunds.stream().flatMap(each -> each.goods(original).stream()).toList();
    }

    private void lowerTier(long points, List<KeptRefund> before) {
        if (judged != null && judged.late()) return;
        if (refund.whole()) {
            UndoPurchase.in(book, member, original, judged, refund, before);
            return;
        }
        boolean overBefore = original != null && UndoPurchase.isOver(original, member);
        if (overBefore) return;
        Calendar calendar = Calendar.of(version);
        LocalDate day = calendar.dayOf(refund.judgedAt());
        boolean undone = before.stream().anyMatch(KeptRefund::whole);
        long spend = undone ? 0 : refund.total(version);
        member.progress().count(day, -spend, -points, null);
        if (original == null) return;
        member.progress().undo(calendar.dayOf(original.judgedAt()), spend, 0, 0);
        if (points == 0) return;
        TierPoints.of(book, member, original, refund, version)
                .going(points)
                .forEach((on, going) -> member.progress().undo(on, 0, going, 0));
    }
}
