package io.regulars.loyalty.points;

import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.DueRules;
import io.regulars.loyalty.points.life.DueRules.Due;
import io.regulars.loyalty.points.life.Holdings.Step;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.points.life.OpeningRules.Opening;
import io.regulars.loyalty.points.life.WalletReading;
import io.regulars.loyalty.refund.takeback.SettlementRules.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** One kind of a member's points while facts are folded. Every movement is posted in the book it is a part of. */
public final class OpenWallet {

    private final String id;
    private final Passbook book;
    private final Instant dueBefore;
    private final OpenLots lots;
    private Wallet wallet;

    /** @param lots all that hold points; null where none of them can be touched */
    OpenWallet(Wallet wallet, List<Lot> lots, Passbook book) {
        this.id = wallet.id();
        this.wallet = wallet;
        this.book = book;
        this.dueBefore = wallet.dueAt();
        this.lots = new OpenLots(lots);
    }

    /** Points that can be spent from their start on; what became active repays debt first. */
    void earn(NewLot earned, Instant earnedAt, Instant now, Origin origin, boolean late) {
        Opening opening = earned.opening();
        long points = earned.points();
        boolean active = opening.startsAt() != null && !opening.startsAt().isAfter(now);
        Movement way = active ? Movement.EARNED : Movement.EARNED_PENDING;
        long number = post(way, points, null, origin, now);
        State state = active ? State.ACTIVE : State.PENDING;
        DatedLot dated = new DatedLot(number, id, earnedAt, opening.startsAt(), opening.expiresAt(), points, state);
        lots.put(new Lot(
                dated, origin.purchaseId(), points, opening.givenUpAt(), opening.event(), late, opening.later()));
        if (active) repayDebt(number, points, origin, now);
    }

    OpenLots lots() {
        return lots;
    }

    /** Points that came otherwise than by earning: a lot of their own, active at once; they repay debt first. */
    void give(Movement way, long points, Life life, Origin origin, Instant at) {
        long number = post(way, points, null, origin, at);
        DatedLot dated = new DatedLot(number, id, life.earnedAt(), at, life.expiresAt(), points, State.ACTIVE);
        lots.put(new Lot(dated, origin.purchaseId(), points, null, null, false, life.later()));
        repayDebt(number, points, origin, at);
    }

    /** Takes active points in spending order; where there are not as many it takes none and says no. */
    boolean takeAway(Movement way, long points, Origin origin, Instant at) {
        if (points > wallet.active()) return false;
        post(way, points, null, origin, at);
        lots.draw(points, lot -> lot.is(State.ACTIVE));
        return true;
    }

    /** All that holds points goes to somebody else, lot by lot, as it stands; debt goes with it. */
    List<Lot> giveAway(Predicate<Lot> chosen, UUID mergeId, Instant at) {
        List<Lot> gone = new ArrayList<>();
        for (Lot lot : lots.all()) {
            if (lot.remaining() == 0 || !chosen.test(lot)) continue;
            Movement way = lot.is(State.PENDING) ? Movement.TRANSFERRED_OUT_PENDING : Movement.TRANSFERRED_OUT;
            post(way, lot.remaining(), lot.number(), new Origin(lot.purchaseId(), null, mergeId), at);
            lots.take(lot.number(), lot.remaining());
            gone.add(lot);
        }
        return gone;
    }

    /** What is owed is owed by somebody else from now on; says how much. */
    long giveAwayDebt(UUID mergeId, Instant at) {
        long debt = wallet.debt();
        if (debt > 0) post(Movement.DEBT_TRANSFERRED_OUT, debt, null, Origin.nothingBut(mergeId), at);
        return debt;
    }

    /** Points of somebody else, with their dates; what is active repays debt first. */
    void take(Lot lot, UUID side, UUID mergeId, Instant at) {
        Movement way = lot.is(State.PENDING) ? Movement.TRANSFERRED_IN_PENDING : Movement.TRANSFERRED_IN;
        Origin origin = new Origin(lot.purchaseId(), null, mergeId);
        long number = post(way, lot.remaining(), null, origin, at);
        lots.put(lot.movedTo(number, side));
        if (lot.is(State.ACTIVE)) repayDebt(number, lot.remaining(), origin, at);
    }

    /** What somebody else owed is paid from what is active, and owed where that is not enough. */
    void takeDebt(long points, UUID mergeId, Instant at) {
        Origin origin = Origin.nothingBut(mergeId);
        long paid = Math.min(points, wallet.active());
        if (paid > 0) takeAway(Movement.TRANSFERRED_OUT, paid, origin, at);
        if (points > paid) post(Movement.DEBT_TRANSFERRED_IN, points - paid, null, origin, at);
    }

    Optional<Lot> lot(long number) {
        return lots.lot(number);
    }

    void putOff(long number, Instant expiresAt) {
        lots.putOff(number, expiresAt);
    }

    private void repayDebt(long lot, long points, Origin origin, Instant at) {
        long repaid = Math.min(points, wallet.debt());
        if (repaid == 0) return;
        post(Movement.DEBT_REPAID, repaid, lot, origin, at);
        lots.take(lot, repaid);
    }

    /** Posts what lots did by their dates up to now, each at its own instant. */
    void postDue(Instant now, UUID causedBy) {
        giveUp(now, causedBy);
        post(now, due -> true, causedBy);
    }

    /** The same, but for what ends with that very instant. */
    void postStarted(Instant now, UUID causedBy) {
        post(now, due -> due.becomes() == State.ACTIVE || due.at().isBefore(now), causedBy);
    }

    /** The instants up to now with which points start or end and nobody has posted it. */
    Set<Instant> moments(Instant now) {
        return lots.moments(now);
    }

    /** Points whose event did not come never become active. */
    private void giveUp(Instant now, UUID causedBy) {
        for (Lot lot : lots.all()) {
            if (lot.remaining() == 0 || !lot.isGivenUp(now)) continue;
            Origin origin = new Origin(lot.purchaseId(), null, causedBy);
            post(Movement.PENDING_CANCELLED, lot.remaining(), lot.number(), origin, lot.givesUpAt());
            lots.take(lot.number(), lot.remaining());
        }
    }

    private void post(Instant now, Predicate<Due> chosen, UUID causedBy) {
        for (Due due : DueRules.post(lots.dated(), now).due()) {
            if (!chosen.test(due)) continue;
            Lot lot = lots.lot(due.lot()).orElseThrow();
            Origin origin = new Origin(lot.purchaseId(), null, causedBy);
            if (due.becomes() == State.ACTIVE) activate(lot, due.at(), origin);
            else expire(lot, due.at(), origin);
        }
    }

    private void activate(Lot lot, Instant at, Origin origin) {
        long points = lot.remaining();
        if (points > 0) post(Movement.ACTIVATED, points, lot.number(), origin, at);
        lots.become(lot.number(), State.ACTIVE);
        if (points > 0) repayDebt(lot.number(), points, origin, at);
    }

    private void expire(Lot lot, Instant at, Origin origin) {
        long points = lot.remaining();
        if (points > 0) {
            post(Movement.EXPIRED, points, lot.number(), origin, at);
            lots.take(lot.number(), points);
        }
        lots.become(lot.number(), State.EXPIRED);
    }

    boolean isLate(Long lot) {
        return lot != null && lots.lot(lot).map(Lot::late).orElse(false);
    }

    /** Points of a purchase that have not become active. */
    long pendingOf(UUID purchaseId) {
        return lots.pendingOf(purchaseId);
    }

    /** Takes back what was settled: the purchase's own points first, then in spending order. */
    void takeBack(Settlement settled, Origin origin, Instant at) {
        if (settled.pendingCancelled() > 0) {
            post(Movement.PENDING_CANCELLED, settled.pendingCancelled(), null, origin, at);
            lots.draw(settled.pendingCancelled(), lot -> lot.is(State.PENDING) && lot.isOf(origin.purchaseId()));
        }
        if (settled.fromActive() > 0) {
            post(Movement.REVERSED, settled.fromActive(), null, origin, at);
            long own = lots.draw(settled.fromActive(), lot -> lot.is(State.ACTIVE) && lot.isOf(origin.purchaseId()));
            lots.draw(settled.fromActive() - own, lot -> lot.is(State.ACTIVE));
        }
        if (settled.owed() > 0) post(Movement.OWED, settled.owed(), null, origin, at);
    }

    /** Gives up what leaving gives up: all that waits, all that is at hand. */
    void giveUp(List<Step> steps, Origin origin, Instant at) {
        for (Step step : steps) {
            State from = step.movement() == Movement.PENDING_CANCELLED ? State.PENDING : State.ACTIVE;
            post(step.movement(), step.points(), null, origin, at);
            lots.draw(step.points(), lot -> lot.is(from));
        }
    }

    private long post(Movement way, long points, Long lot, Origin origin, Instant at) {
        wallet = new Wallet(id, wallet.holdings().after(way, points), wallet.dueAt());
        return book.post(id, way, points, lot, origin, at, wallet.balance());
    }

    boolean isRescheduled() {
        return !Objects.equals(dueBefore, wallet().dueAt());
    }

    WalletReading reading(Instant at) {
        return WalletReading.of(lots.dated(), at);
    }

    /** As it is now. Where not all lots were at hand it may be due earlier than needed, never later. */
    public Wallet wallet() {
        return new Wallet(id, wallet.holdings(), lots.dueAt(dueBefore));
    }

    /** Lots that were opened, or are not what they were. */
    List<Lot> changed(boolean opened) {
        return lots.changed(opened);
    }
}
