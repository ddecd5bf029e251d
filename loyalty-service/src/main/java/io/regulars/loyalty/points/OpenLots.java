package io.regulars.loyalty.points;

import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.points.PutOff.Ended;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.SpendingRules;
import io.regulars.loyalty.points.life.SpendingRules.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** The lots of a wallet while facts are folded: as they were, and what became of them. */
final class OpenLots {

    private final Map<Long, Lot> lots = new LinkedHashMap<>();
    private final Map<Long, Lot> before = new LinkedHashMap<>();
    private final boolean complete;

    /** @param known all that hold points; null where none of them can be touched */
    OpenLots(List<Lot> known) {
        this.complete = known != null;
        if (!complete) return;
        for (Lot lot : known) lots.put(lot.number(), lot);
        before.putAll(lots);
    }

    void put(Lot lot) {
        lots.put(lot.number(), lot);
    }

    Optional<Lot> lot(long number) {
        return Optional.ofNullable(lots.get(number));
    }

    Collection<Lot> all() {
        return List.copyOf(lots.values());
    }

    List<DatedLot> dated() {
        return lots.values().stream().map(Lot::dated).toList();
    }

    void become(long number, State state) {
        lots.computeIfPresent(number, (its, lot) -> lot.now(lot.dated().posted(state)));
    }

    void putOff(long number, Instant expiresAt) {
        lots.computeIfPresent(number, (its, lot) -> lot.now(lot.dated().lastingTo(expiresAt)));
    }

    /** What they waited for has happened; says whose ends are known now. */
    List<Ended> start(Contact contact, Map<String, Instant> signs, Calendar calendar) {
        List<Ended> known = new ArrayList<>();
        lots.replaceAll((number, lot) -> {
            if (!lot.waitsFor(contact)) return lot;
            Lot started = lot.started(contact.judgedAt(), signs, calendar);
            if (started.dated().expiresAt() != null) known.add(new Ended(number, null));
            return started;
        });
        return known;
    }

    /** A sign of life; says which ends it put off, and when they were. */
    List<Ended> putOff(String activity, Instant at, Calendar calendar) {
        List<Ended> ended = new ArrayList<>();
        lots.replaceAll((number, lot) -> {
            Lot after = lot.after(activity, at, calendar);
            if (!after.equals(lot)) ended.add(new Ended(number, lot.dated().expiresAt()));
            return after;
        });
        return ended;
    }

    void take(long number, long points) {
        lots.computeIfPresent(number, (its, lot) -> lot.now(lot.dated().less(points)));
    }

    /** Takes as much of it as the chosen lots hold, in spending order; says how much. */
    long draw(long points, Predicate<Lot> chosen) {
        Taken taken = SpendingRules.upTo(dated(), points, lot -> chosen.test(lots.get(lot.number())));
        taken.draws().forEach(draw -> take(draw.lot(), draw.points()));
        return taken.points();
    }

    /** Points of a purchase that have not become active. */
    long pendingOf(UUID purchaseId) {
        return lots.values().stream()
                .filter(lot -> lot.is(State.PENDING) && lot.isOf(purchaseId))
                .mapToLong(Lot::remaining)
                .sum();
    }

    /** The instants up to now with which points start or end and nobody has posted it. */
    Set<Instant> moments(Instant now) {
        Set<Instant> moments = new TreeSet<>();
        for (Lot lot : lots.values()) {
            if (lot.remaining() == 0 || lot.isGivenUp(now)) continue;
            State then = lot.dated().at(now);
            if (lot.is(State.PENDING) && then != State.PENDING) {
                moments.add(lot.dated().startsAt());
            }
            if (then == State.EXPIRED) moments.add(lot.dated().expiresAt());
        }
        return moments;
    }

    /** When the next of them starts or ends. Where not all were at hand it may be earlier than needed, never later. */
    Instant dueAt(Instant dueBefore) {
        Instant due = complete ? null : dueBefore;
        for (Lot lot : lots.values()) {
            Instant own = lot.dueAt();
            if (own != null && (due == null || own.isBefore(due))) due = own;
        }
        return due;
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
