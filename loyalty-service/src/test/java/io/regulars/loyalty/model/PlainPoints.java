package io.regulars.loyalty.model;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.RefundPolicy.WhenSpent;
import io.regulars.loyalty.programme.document.YearDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** One member's points of one kind. */
final class PlainPoints {

    /** Points that start and end together. */
    static final class PlainLot {
        final UUID purchase;
        final boolean countsForTier;
        final Instant earnedAt;
        final PlainTerms terms;
        Instant start;
        Instant end;
        long remaining;
        boolean started;

        PlainLot(UUID purchase, boolean countsForTier, Instant earnedAt, PlainTerms terms, long points) {
            this.purchase = purchase;
            this.countsForTier = countsForTier;
            this.earnedAt = earnedAt;
            this.terms = terms;
            this.remaining = points;
        }

        /** When it starts is known, and with it when it ends. */
        PlainLot from(Instant known, Map<String, Instant> signs) {
            start = known;
            end = terms.end(start, signs);
            return this;
        }

        boolean isOf(UUID other) {
            return other != null && other.equals(purchase);
        }
    }

    /** Points that count for the tier from that moment on. */
    record Started(UUID purchase, Instant at, long points) {}

    private static final Comparator<PlainLot> SPENDING = Comparator.comparing(
                    (PlainLot lot) -> lot.end, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(lot -> lot.earnedAt);

    private final List<PlainLot> lots = new ArrayList<>();
    private long debt;

    static Instant start(PendingPolicy policy, Instant earnedAt, ProgrammeVersion version) {
        return switch (policy.kind()) {
            case NONE -> earnedAt;
            case AFTER -> policy.after().after(earnedAt, version.zone());
            case DATES ->
                midnight(YearDay.firstOf(policy.dates(), day(earnedAt, version).plusDays(1)), version);
            case EVENT -> null;
        };
    }

    static LocalDate day(Instant at, ProgrammeVersion version) {
        return at.atZone(version.zone()).toLocalDate();
    }

    static Instant midnight(LocalDate day, ProgrammeVersion version) {
        return day.atStartOfDay(version.zone()).toInstant();
    }

    /** What can be spent already repays debt in the order in which it was earned. */
    List<Started> earn(PlainLot lot, Instant now) {
        lots.add(lot);
        return lot.start == null || lot.start.isAfter(now) ? List.of() : start(lot);
    }

    private List<Started> start(PlainLot lot) {
        long points = lot.remaining;
        lot.started = true;
        long repaid = Math.min(debt, lot.remaining);
        debt -= repaid;
        lot.remaining -= repaid;
        return lot.countsForTier && points > 0 ? List.of(new Started(lot.purchase, lot.start, points)) : List.of();
    }

    /** Everything that starts or ends up to then, moment by moment; what started repays debt first. */
    List<Started> reach(Instant now) {
        return reach(now, now);
    }

    /** The same, but for what ends with that very moment. */
    List<Started> startUntil(Instant now) {
        return reach(now, now.minusNanos(1));
    }

    private List<Started> reach(Instant starting, Instant ending) {
        List<Started> counted = new ArrayList<>();
        while (true) {
            PlainLot next = null;
            for (PlainLot lot : lots) {
                Instant due = due(lot);
                if (due == null || due.isAfter(lot.started ? ending : starting)) continue;
                if (next == null || due.isBefore(due(next)) || due.equals(due(next)) && !lot.started && next.started) {
                    next = lot;
                }
            }
            if (next == null) return counted;
            if (next.started || next.start == null) next.remaining = 0;
            else counted.addAll(start(next));
        }
    }

    private static Instant due(PlainLot lot) {
        if (lot.start == null) return lot.remaining == 0 ? null : lot.terms.givenUpAt();
        if (!lot.started) return lot.start;
        return lot.remaining == 0 ? null : lot.end;
    }

    /** The moments up to then at which points start or end. */
    SortedSet<Instant> moments(Instant now) {
        SortedSet<Instant> moments = new TreeSet<>();
        for (PlainLot lot : lots) {
            if (lot.remaining == 0) continue;
            if (!lot.started && lot.start != null) moments.add(lot.start);
            if (lot.end != null) moments.add(lot.end);
        }
        return moments.headSet(now.plusNanos(1));
    }

    /** What they waited for has happened: they start when it can no longer be cancelled. */
    void hear(PlainContact contact, Map<String, Instant> signs) {
        for (PlainLot lot : lots) {
            boolean waits =
                    lot.start == null && lot.remaining > 0 && contact.name().equals(lot.terms.event());
            if (waits && contact.concerns(lot)) lot.from(lot.terms.start(contact.happened()), signs);
        }
    }

    /** Somebody was there: what ends with inactivity ends later, never sooner. */
    void putOff(String activity, Instant at) {
        for (PlainLot lot : lots) {
            if (lot.start == null || !lot.terms.isPutOffBy(activity)) continue;
            Instant later = lot.terms.end(lot.start, Map.of(activity, at));
            if (later.isAfter(lot.end)) lot.end = later;
        }
    }

    void giveUp() {
        for (PlainLot lot : lots) lot.remaining = 0;
    }

    /** Takes back so many points of a purchase; says how many were not pending any more. */
    long takeBack(UUID purchase, long points, WhenSpent policy) {
        long left = points;
        for (PlainLot lot : inSpendingOrder()) if (!lot.started && lot.isOf(purchase)) left -= draw(lot, left);
        if (policy == WhenSpent.ONLY_PENDING) return 0;
        long notPending = left;
        for (PlainLot lot : inSpendingOrder()) if (lot.started && lot.isOf(purchase)) left -= draw(lot, left);
        for (PlainLot lot : inSpendingOrder()) if (lot.started) left -= draw(lot, left);
        if (policy == WhenSpent.WITHIN_BALANCE) return notPending - left;
        debt += left;
        return notPending;
    }

    private static long draw(PlainLot lot, long points) {
        long drawn = Math.min(lot.remaining, points);
        lot.remaining -= drawn;
        return drawn;
    }

    private List<PlainLot> inSpendingOrder() {
        return lots.stream().sorted(SPENDING).toList();
    }

    long active() {
        return lots.stream()
                .filter(lot -> lot.started)
                .mapToLong(lot -> lot.remaining)
                .sum();
    }

    long pending() {
        return lots.stream()
                .filter(lot -> !lot.started)
                .mapToLong(lot -> lot.remaining)
                .sum();
    }

    long debt() {
        return debt;
    }

    List<PlainLot> open() {
        return lots.stream().filter(lot -> lot.remaining > 0).toList();
    }
}
