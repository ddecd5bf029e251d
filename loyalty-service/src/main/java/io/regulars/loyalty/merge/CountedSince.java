package io.regulars.loyalty.merge;

import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.membership.Experience;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.PurchaseMove;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.KeptRefund.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a purchase counted for the tier since two were joined: it goes with the purchase. What it counted before is known. */
final class CountedSince {

    private final KeptPurchase purchase;
    private final ProgrammeVersion version;
    private final Calendar calendar;
    private final boolean tells;
    private final Map<LocalDate, Long> spend = new TreeMap<>();
    private final Map<LocalDate, Long> points = new TreeMap<>();
    private int purchases;

    private CountedSince(KeptPurchase purchase, Judged judged, Rulebook rules) {
        this.purchase = purchase;
        this.version = rules.version(judged.programme(), judged.version()).orElseThrow();
        this.calendar = Calendar.of(version);
        this.tells = LatenessRules.of(purchase.occurredAt(), purchase.recordedAt(), version)
                .countsForTier();
    }

    /** A refund of the purchase; {@code before} says that it counted when the two were joined. */
    record Return(KeptRefund refund, boolean before) {}

    /**
     * @param before whether the purchase had counted when the two were joined
     * @param all how points of it ever moved, and {@code since} those moves that came after
     */
    static CountedSince of(
            KeptPurchase purchase,
            Judged judged,
            boolean before,
            List<Return> returns,
            List<PurchaseMove> all,
            List<PurchaseMove> since,
            Rulebook rules) {
        CountedSince counted = new CountedSince(purchase, judged, rules);
        if (!counted.tells) return counted;
        List<KeptRefund> now = returns.stream().map(Return::refund).toList();
        List<KeptRefund> then =
                returns.stream().filter(Return::before).map(Return::refund).toList();
        if (!isVoided(now)) counted.add(now, all, 1);
        if (before && !isVoided(then)) {
            counted.add(then, all, -1);
            since.forEach(move -> counted.move(move, now, 1));
        }
        return counted;
    }

    private static boolean isVoided(List<KeptRefund> refunds) {
        return refunds.stream().anyMatch(KeptRefund::whole);
    }

    private void add(List<KeptRefund> refunds, List<PurchaseMove> moves, int sign) {
        purchases += sign;
        spend.merge(calendar.dayOf(purchase.judgedAt()), sign * purchase.total(version), Long::sum);
        for (KeptRefund refund : refunds) {
            if (refund.state() != State.COUNTED) continue;
            spend.merge(calendar.dayOf(refund.judgedAt()), -sign * refund.total(version), Long::sum);
        }
        moves.forEach(move -> move(move, refunds, sign));
    }

    private void move(PurchaseMove move, List<KeptRefund> refunds, int sign) {
        if (!move.programme().equals(version.id()) || !move.wallet().equals(version.tierWallet())) return;
        long amount = sign * move.amount();
        switch (move.way()) {
            case EARNED, ACTIVATED -> points.merge(calendar.dayOf(move.at()), amount, Long::sum);
            case ADJUSTED_UP -> points.merge(calendar.dayOf(purchase.judgedAt()), amount, Long::sum);
            case REVERSED, OWED -> points.merge(calendar.dayOf(takenAt(move, refunds)), -amount, Long::sum);
            default -> {}
        }
    }

    private static Instant takenAt(PurchaseMove move, List<KeptRefund> refunds) {
        return refunds.stream()
                .filter(refund -> refund.refundId().equals(move.refundId()))
                .map(KeptRefund::judgedAt)
                .findFirst()
                .orElse(move.at());
    }

    /** It counts for the one and no more for the other. */
    void goes(Member from, Member to, boolean visitStays) {
        LocalDate day = calendar.dayOf(purchase.judgedAt());
        spend.forEach((on, amount) -> {
            from.progress().count(on, -amount, 0, null);
            to.progress().count(on, amount, 0, null);
        });
        points.forEach((on, amount) -> {
            from.progress().count(on, 0, -amount, null);
            to.progress().count(on, 0, amount, null);
        });
        String store = purchase.receipt() == null ? null : purchase.receipt().store();
        if (purchases > 0) {
            from.bringsBack(day, store, visitStays);
            to.bought(day, 0, store);
        } else if (purchases < 0) {
            Experience had = from.experience();
            from.experienced(new Experience(had.purchases() + 1, had.visits(), had.signs()));
            to.experienced(to.experience().without(1, 0));
        }
    }
}
