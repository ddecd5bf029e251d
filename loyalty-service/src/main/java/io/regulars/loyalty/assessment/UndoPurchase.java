package io.regulars.loyalty.assessment;

import io.regulars.events.Purchase;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.time.LocalDate;
import java.util.List;

/** What a voided purchase and its refunds counted for the tier counts no longer, each on the day it counted. */
final class UndoPurchase {

    private final OpenBook book;
    private final Member member;
    private final KeptPurchase purchase;
    private final KeptRefund undoing;
    private final ProgrammeVersion version;
    private final Calendar calendar;

    private UndoPurchase(
            OpenBook book, Member member, KeptPurchase purchase, KeptRefund undoing, ProgrammeVersion version) {
        this.book = book;
        this.member = member;
        this.purchase = purchase;
        this.undoing = undoing;
        this.version = version;
        this.calendar = Calendar.of(version);
    }

    /**
     * @param judged what it brought, or null where it never counted
     * @param undoing what says that it is void
     * @param refunds of it that counted before
     */
    static void in(
            OpenBook book,
            Member member,
            KeptPurchase purchase,
            Judged judged,
            KeptRefund undoing,
            List<KeptRefund> refunds) {
        if (judged == null) return;
        ProgrammeVersion version =
                book.rules().version(judged.programme(), judged.version()).orElseThrow();
        UndoPurchase undo = new UndoPurchase(book, member, purchase, undoing, version);
        if (undo.isOver()) undo.forget();
        else undo.count(refunds);
    }

    /**
     * It counted in a membership that is over: whoever came back began anew. What came by a merge counted in another's,
     * and the days of that one were added to these.
     */
    static boolean isOver(KeptPurchase purchase, Member member) {
        return !purchase.cameByMerge()
                && purchase.occurredAt().isBefore(member.membership().begins());
    }

    private boolean isOver() {
        return isOver(purchase, member);
    }

    /** Its days are forgotten already, but not that something was bought. */
    private void forget() {
        LocalDate day = calendar.dayOf(purchase.judgedAt());
        member.unbought(store(purchase) != null && !isStoodFor(day));
    }

    private void count(List<KeptRefund> refunds) {
        LocalDate day = calendar.dayOf(purchase.judgedAt());
        long spend = purchase.total(version);
        for (KeptRefund refund : refunds) {
            long returned = refund.total(version);
            member.progress().count(calendar.dayOf(refund.judgedAt()), returned, 0, null);
            spend -= returned;
        }
        member.progress().count(day, -purchase.total(version), 0, null);
        TierPoints points = TierPoints.of(book, member, purchase, undoing, version);
        points.byDay().forEach((on, counted) -> member.progress().count(on, 0, -counted, null));
        boolean visit = member.bringsBack(day, store(purchase), isStoodFor(day));
        member.progress().undo(day, spend, 0, visit ? 1 : 0);
        points.left().forEach((on, counted) -> member.progress().undo(on, 0, counted, 0));
    }

    /** Another receipt says that the member was in that store on that day. */
    private boolean isStoodFor(LocalDate day) {
        return book.purchases().all().stream()
                .filter(other -> !other.purchaseId().equals(purchase.purchaseId()))
                .filter(other -> purchase.customerId().equals(other.customerId()))
                .filter(other -> isOver() ? isOver(other, member) : counts(other))
                .filter(other -> !book.refunds().isVoided(other.purchaseId()))
                .anyMatch(other -> isVisit(other, day));
    }

    private boolean counts(KeptPurchase other) {
        boolean merged = purchase.cameByMerge() && other.cameByMerge();
        return member.membership().counts(other.occurredAt())
                || merged && !member.membership().isAfterLeaving(other.occurredAt());
    }

    private boolean isVisit(KeptPurchase other, LocalDate day) {
        ProgrammeVersion then = book.rules().at(version.id(), other.judgedAt());
        return LatenessRules.of(other.occurredAt(), other.recordedAt(), then).countsForTier()
                && Calendar.of(then).dayOf(other.judgedAt()).equals(day)
                && store(purchase) != null
                && store(purchase).equals(store(other));
    }

    private static String store(KeptPurchase purchase) {
        Purchase receipt = purchase.receipt();
        return receipt == null ? null : receipt.store();
    }
}
