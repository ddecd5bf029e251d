package io.regulars.loyalty.points;

import io.regulars.loyalty.points.Passbook.Life;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.DueRules;
import io.regulars.loyalty.points.life.DueRules.Due;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.OpeningRules.Opening;
import io.regulars.loyalty.points.life.SpendingRules;
import io.regulars.loyalty.points.life.SpendingRules.Taken;
import io.regulars.loyalty.refund.takeback.SettlementRules.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** One kind of a member's points while facts are folded. Every movement is posted in the book it is a part of. */
public final class OpenWallet {

    private final String id;
    private final Passbook book;
    private final Instant dueBefore;
    private final Map<Long, Lot> lots = new LinkedHashMap<>();
    private final Map<Long, Lot> before = new LinkedHashMap<>();
    private final boolean complete;
    private Wallet wallet;

    /** @param lots all that hold points; null where none of them can be touched */
    OpenWallet(Wallet wallet, List<Lot> lots, Passbook book) {
        this.id = wallet.id();
        this.wallet = wallet;
        this.book = book;
        this.dueBefore = wallet.dueAt();
        this.complete = lots != null;
        if (complete) {
            for (Lot lot : lots) this.lots.put(lot.number(), lot);
            before.putAll(this.lots);
        }
    }

    /** Points that can be spent from their start on; what became active repays debt first. */
    void earn(Opening opening, long points, Instant earnedAt, Instant now, Origin origin) {
        boolean active = opening.startsAt() != null && !opening.startsAt().isAfter(now);
        Movement way = active ? Movement.EARNED : Movement.EARNED_PENDING;
        long number = post(way, points, null, origin, now);
        State state = active ? State.ACTIVE : State.PENDING;
        DatedLot dated = new DatedLot(number, id, earnedAt, opening.startsAt(), opening.expiresAt(), points, state);
        lots.put(number, new Lot(dated, origin.purchaseId(), points, opening.givenUpAt(), opening.event()));
        if (active) repayDebt(number, points, origin, now);
    }

    /** Points that came otherwise than by earning: a lot of their own, active at once; they repay debt first. */
    void give(Movement way, long points, Life life, Origin origin, Instant at) {
        long number = post(way, points, null, origin, at);
        DatedLot dated = new DatedLot(number, id, life.earnedAt(), at, life.expiresAt(), points, State.ACTIVE);
        lots.put(number, new Lot(dated, origin.purchaseId(), points, null, null));
        repayDebt(number, points, origin, at);
    }

    /** Takes active points in spending order; where there are not as many it takes none and says no. */
    boolean takeAway(Movement way, long points, Origin origin, Instant at) {
        if (points > wallet.active()) return false;
        post(way, points, null, origin, at);
        draw(points, lot -> lot.is(State.ACTIVE));
        return true;
    }

    Optional<Lot> lot(long number) {
        return Optional.ofNullable(lots.get(number));
    }

    void putOff(long number, Instant expiresAt) {
        lots.computeIfPresent(number, (its, lot) -> lot.now(lot.dated().lastingTo(expiresAt)));
    }

    private void repayDebt(long lot, long points, Origin origin, Instant at) {
        long repaid = Math.min(points, wallet.debt());
        if (repaid == 0) return;
        post(Movement.DEBT_REPAID, repaid, lot, origin, at);
        take(lot, repaid);
    }

    /** Posts what lots did by their dates up to now, each at its own instant. */
    void postDue(Instant now, UUID causedBy) {
        List<DatedLot> dated = lots.values().stream().map(Lot::dated).toList();
        for (Due due : DueRules.post(dated, now).due()) {
            Lot lot = lots.get(due.lot());
            Origin origin = new Origin(lot.purchaseId(), null, causedBy);
            if (due.becomes() == State.ACTIVE) activate(lot, due.at(), origin);
            else expire(lot, due.at(), origin);
        }
    }

    private void activate(Lot lot, Instant at, Origin origin) {
        long points = lot.remaining();
        if (points > 0) post(Movement.ACTIVATED, points, lot.number(), origin, at);
        lots.put(lot.number(), lot.now(lot.dated().posted(State.ACTIVE)));
        if (points > 0) repayDebt(lot.number(), points, origin, at);
    }

    private void expire(Lot lot, Instant at, Origin origin) {
        long points = lots.get(lot.number()).remaining();
        if (points > 0) {
            post(Movement.EXPIRED, points, lot.number(), origin, at);
            take(lot.number(), points);
        }
        lots.put(
                lot.number(),
                lots.get(lot.number()).now(lots.get(lot.number()).dated().posted(State.EXPIRED)));
    }

    /** Points of a purchase that have not become active. */
    long pendingOf(UUID purchaseId) {
        return lots.values().stream()
                .filter(lot -> isPendingOf(lot, purchaseId))
                .mapToLong(Lot::remaining)
                .sum();
    }

    private static boolean isPendingOf(Lot lot, UUID purchaseId) {
        return lot.is(State.PENDING) && purchaseId != null && purchaseId.equals(lot.purchaseId());
    }

    /** Takes back what was settled: the purchase's own points first, then in spending order. */
    void takeBack(Settlement settled, Origin origin, Instant at) {
        if (settled.pendingCancelled() > 0) {
            post(Movement.PENDING_CANCELLED, settled.pendingCancelled(), null, origin, at);
            draw(settled.pendingCancelled(), lot -> isPendingOf(lot, origin.purchaseId()));
        }
        if (settled.fromActive() > 0) {
            post(Movement.REVERSED, settled.fromActive(), null, origin, at);
            long own = draw(
                    settled.fromActive(),
                    lot -> lot.is(State.ACTIVE)
                            && origin.purchaseId() != null
                            && origin.purchaseId().equals(lot.purchaseId()));
            draw(settled.fromActive() - own, lot -> lot.is(State.ACTIVE));
        }
        if (settled.owed() > 0) post(Movement.OWED, settled.owed(), null, origin, at);
    }

    private long draw(long points, Predicate<Lot> chosen) {
        List<DatedLot> dated = lots.values().stream().map(Lot::dated).toList();
        Taken taken = SpendingRules.upTo(dated, points, lot -> chosen.test(lots.get(lot.number())));
        taken.draws().forEach(draw -> take(draw.lot(), draw.points()));
        return taken.points();
    }

    private void take(long lot, long points) {
        lots.computeIfPresent(lot, (number, held) -> held.now(held.dated().less(points)));
    }

    private long post(Movement way, long points, Long lot, Origin origin, Instant at) {
        wallet = new Wallet(id, wallet.holdings().after(way, points), wallet.dueAt());
        return book.post(id, way, points, lot, origin, at, wallet.balance());
    }

    /** As it is now. Where not all lots were at hand it may be due earlier than needed, never later. */
    public Wallet wallet() {
        Instant due = complete ? null : dueBefore;
        for (Lot lot : lots.values()) {
            Instant own = lot.dueAt();
            if (own != null && (due == null || own.isBefore(due))) due = own;
        }
        return new Wallet(id, wallet.holdings(), due);
    }

    /** Lots that were opened, or are not what they were. */
    List<Lot> changed(boolean opened) {
        List<Lot> changed = new ArrayList<>();
        lots.forEach((number, lot) -> {
            Lot was = before.get(number);
            if ((was == null) == opened && !lot.equals(was)) changed.add(lot);
        });
        return changed;
    }
}
