package io.regulars.loyalty.points;

import io.regulars.loyalty.points.Passbook.Life;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.DueRules;
import io.regulars.loyalty.points.life.DueRules.Due;
import io.regulars.loyalty.points.life.Holdings.Step;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.points.life.OpeningRules.Opening;
import io.regulars.loyalty.points.life.SpendingRules;
import io.regulars.loyalty.points.life.SpendingRules.Taken;
import io.regulars.loyalty.points.life.WalletReading;
import io.regulars.loyalty.refund.takeback.SettlementRules.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    void earn(NewLot earned, Instant earnedAt, Instant now, Origin origin, boolean late) {
        Opening opening = earned.opening();
        long points = earned.points();
        boolean active = opening.startsAt() != null && !opening.startsAt().isAfter(now);
        Movement way = active ? Movement.EARNED : Movement.EARNED_PENDING;
        long number = post(way, points, null, origin, now);
        State state = active ? State.ACTIVE : State.PENDING;
        DatedLot dated = new DatedLot(number, id, earnedAt, opening.startsAt(), opening.expiresAt(), points, state);
        lots.put(number, new Lot(dated, origin.purchaseId(), points, opening.givenUpAt(), opening.event(), late));
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
        giveUp(now, causedBy);
        post(now, due -> true, causedBy);
    }

    /** The same, but for what ends with that very instant. */
    void postStarted(Instant now, UUID causedBy) {
        post(now, due -> due.becomes() == State.ACTIVE || due.at().isBefore(now), causedBy);
    }

    /** The instants up to now with which active or starting points end and nobody has posted it. */
    Set<Instant> ends(Instant now) {
        Set<Instant> ends = new TreeSet<>();
        for (Lot lot : lots.values()) {
            if (lot.remaining() > 0 && lot.dated().at(now) == State.EXPIRED)
                ends.add(lot.dated().expiresAt());
        }
        return ends;
    }

    /** Points whose event did not come never become active. */
    private void giveUp(Instant now, UUID causedBy) {
        for (Lot lot : List.copyOf(lots.values())) {
            if (lot.remaining() == 0 || !lot.isGivenUp(now)) continue;
            Origin origin = new Origin(lot.purchaseId(), null, causedBy);
            post(Movement.PENDING_CANCELLED, lot.remaining(), lot.number(), origin, lot.givesUpAt());
            take(lot.number(), lot.remaining());
        }
    }

    private void post(Instant now, Predicate<Due> chosen, UUID causedBy) {
        List<DatedLot> dated = lots.values().stream().map(Lot::dated).toList();
        for (Due due : DueRules.post(dated, now).due()) {
            if (!chosen.test(due)) continue;
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

    boolean isLate(Long lot) {
        return lots.containsKey(lot) && lots.get(lot).late();
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

    /** Gives up what leaving gives up: all that waits, all that is at hand. */
    void giveUp(List<Step> steps, Origin origin, Instant at) {
        for (Step step : steps) {
            State from = step.movement() == Movement.PENDING_CANCELLED ? State.PENDING : State.ACTIVE;
            post(step.movement(), step.points(), null, origin, at);
            draw(step.points(), lot -> lot.is(from));
        }
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

    boolean isRescheduled() {
        return !Objects.equals(dueBefore, wallet().dueAt());
    }

    WalletReading reading(Instant at) {
        return WalletReading.of(lots.values().stream().map(Lot::dated).toList(), at);
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
