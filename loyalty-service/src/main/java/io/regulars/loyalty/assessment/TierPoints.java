package io.regulars.loyalty.assessment;

import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.PurchaseMove;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** On which days points of a purchase counted for the tier, and what its refunds took off which days since. */
final class TierPoints {

    private final OpenBook book;
    private final KeptPurchase purchase;
    private final ProgrammeVersion version;
    private final Map<LocalDate, Long> brought = new TreeMap<>();
    private final Map<LocalDate, Long> lowered = new TreeMap<>();

    private TierPoints(OpenBook book, KeptPurchase purchase, ProgrammeVersion version) {
        this.book = book;
        this.purchase = purchase;
        this.version = version;
    }

    /**
     * @param version by which the purchase was judged
     * @param now the refund that is being taken: what it moved does not count yet
     */
    static TierPoints of(
            OpenBook book, Member member, KeptPurchase purchase, KeptRefund now, ProgrammeVersion version) {
        TierPoints points = new TierPoints(book, purchase, version);
        List<PurchaseMove> moves = new ArrayList<>(book.moves(purchase.purchaseId()));
        moves.addAll(PurchaseMove.in(member.passbook(), purchase.purchaseId()));
        moves.stream()
                .filter(move -> move.programme().equals(version.id()))
                .filter(move -> !now.refundId().equals(move.refundId()))
                .forEach(points::add);
        return points;
    }

    private void add(PurchaseMove move) {
        switch (move.way()) {
            case EARNED -> count(brought, move, version, move.at());
            case ADJUSTED_UP -> count(brought, move, version, purchase.judgedAt());
            case ACTIVATED -> count(brought, move, book.rules().at(version.id(), move.at()), move.at());
            case REVERSED, OWED -> count(lowered, move, version, takenAt(move));
            default -> {}
        }
    }

    private static void count(Map<LocalDate, Long> days, PurchaseMove move, ProgrammeVersion then, Instant at) {
        if (!move.wallet().equals(then.tierWallet())) return;
        days.merge(Calendar.of(then).dayOf(at), move.amount(), Long::sum);
    }

    private Instant takenAt(PurchaseMove move) {
        return book.refunds().of(purchase.purchaseId()).stream()
                .filter(refund -> refund.refundId().equals(move.refundId()))
                .map(KeptRefund::judgedAt)
                .findFirst()
                .orElse(move.at());
    }

    /** What counts of it on each day; below zero where goods came back. */
    Map<LocalDate, Long> byDay() {
        Map<LocalDate, Long> days = new TreeMap<>(brought);
        lowered.forEach((day, points) -> days.merge(day, -points, Long::sum));
        return days;
    }

    /** The days on which so many points had counted that go now: the first that counted go first. */
    Map<LocalDate, Long> going(long points) {
        Map<LocalDate, Long> left = new TreeMap<>(brought);
        drain(left, lowered.values().stream().mapToLong(Long::longValue).sum());
        return drain(left, points);
    }

    /** The days on which that counted which has not gone. */
    Map<LocalDate, Long> left() {
        return going(Long.MAX_VALUE);
    }

    private static Map<LocalDate, Long> drain(Map<LocalDate, Long> days, long points) {
        Map<LocalDate, Long> drained = new TreeMap<>();
        long more = points;
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            long here = Math.min(more, day.getValue());
            drained.put(day.getKey(), here);
            day.setValue(day.getValue() - here);
            more -= here;
        }
        return drained;
    }
}
