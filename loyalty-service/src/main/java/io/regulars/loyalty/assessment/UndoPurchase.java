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
    private final ProgrammeVersion version;
    private final Calendar calendar;

    private UndoPurchase(OpenBook book, Member member, KeptPurchase purchase, ProgrammeVersion version) {
        this.book = book;
        this.member = member;
        this.purchase = purchase;
        this.version = version;
        this.calendar = Calendar.of(version);
    }

    /**
     * @param judged what it brought, or null where it never counted
     * @param points that went back now and had counted
     */
    static void in(
            OpenBook book, Member member, KeptPurchase purchase, Judged judged, long points, List<KeptRefund> refunds) {
        if (judged == null) return;
        ProgrammeVersion version =
                book.rules().version(judged.programme(), judged.version()).orElseThrow();
        new UndoPurchase(book, member, purchase, version).count(points, refunds);
    }

    private void count(long points, List<KeptRefund> refunds) {
        LocalDate day = calendar.dayOf(purchase.judgedAt());
        long spend = purchase.total(version);
        for (KeptRefund refund : refunds) {
            long returned = refund.total(version);
            member.progress().count(calendar.dayOf(refund.judgedAt()), returned, 0, null);
            spend -= returned;
        }
        member.progress().count(day, -purchase.total(version), -points, null);
        boolean visit = member.bringsBack(day, store(purchase), isStoodFor(day));
        member.progress().undo(day, spend, points, visit ? 1 : 0);
    }

    /** Another receipt says that the member was in that store on that day. */
    private boolean isStoodFor(LocalDate day) {
        return book.purchases().stream()
                .filter(other -> !other.purchaseId().equals(purchase.purchaseId()))
                .filter(other -> purchase.customerId().equals(other.customerId()))
                .filter(other -> member.membership().counts(other.occurredAt()))
                .filter(other -> !book.isVoided(other.purchaseId()))
                .anyMatch(other -> isVisit(other, day));
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
