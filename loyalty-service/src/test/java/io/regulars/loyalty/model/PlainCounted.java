package io.regulars.loyalty.model;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.programme.document.TierPolicy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What counts for a member's tier, day by day, and what it is worth in the window of a day. */
class PlainCounted {

    /**
     * @param purchase that it stems from, by its goods or by goods that came back; or null
     * @param because of which late receipt it was made good; or null
     */
    private record Entry(UUID purchase, UUID because, LocalDate day, long spend, long points, long visits) {}

    record Span(LocalDate first, LocalDate last) {

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    final Instant enrolledAt;
    LocalDate joined;

    PlainCounted(Instant enrolledAt) {
        this.enrolledAt = enrolledAt;
    }

    void count(UUID purchase, LocalDate day, long spend, long points) {
        entries.add(new Entry(purchase, null, day, spend, points, 0));
    }

    void countMadeGood(UUID purchase, UUID because, LocalDate day, long points) {
        entries.add(new Entry(purchase, because, day, 0, points, 0));
    }

    void countVisits(LocalDate day, long visits) {
        entries.add(new Entry(null, null, day, 0, 0, visits));
    }

    /** It is as if it had never been bought, on no day. */
    void forget(UUID purchase) {
        entries.removeIf(entry -> purchase.equals(entry.purchase()));
    }

    /** Where points of it counted and have not come back; those that counted first come back first. */
    Map<LocalDate, Long> standing(UUID purchase) {
        Map<LocalDate, Long> days = new TreeMap<>();
        long back = 0;
        for (Entry entry : entries) {
            if (!purchase.equals(entry.purchase())) continue;
            if (entry.points() > 0) days.merge(entry.day(), entry.points(), Long::sum);
            else back -= entry.points();
        }
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            long gone = Math.min(back, day.getValue());
            day.setValue(day.getValue() - gone);
            back -= gone;
        }
        return days;
    }

    /** What counted by then, without these and without what was made good because of that one. */
    long valueThen(LocalDate day, Set<UUID> unknown, UUID because, PlainVisits visits, ProgrammeVersion version) {
        joined = PlainPoints.day(enrolledAt, version);
        Basis basis = version.document().tiers().basis();
        Span window = window(day, version.document().tiers().window());
        if (basis == Basis.VISITS) return visits.without(unknown).within(window.first(), day);
        long value = 0;
        for (Entry entry : entries) {
            boolean known = entry.purchase() == null || !unknown.contains(entry.purchase());
            boolean stands = entry.because() == null || !entry.because().equals(because);
            boolean counts =
                    known && stands && window.holds(entry.day()) && !entry.day().isAfter(day);
            if (counts) value += basis == Basis.NET_SPEND ? entry.spend() : entry.points();
        }
        return value;
    }

    long value(LocalDate today, long balance, ProgrammeVersion version) {
        joined = PlainPoints.day(enrolledAt, version);
        Basis basis = version.document().tiers().basis();
        if (basis == Basis.BALANCE) return balance;
        Span window = window(today, version.document().tiers().window());
        long value = 0;
        for (Entry entry : entries) {
            if (!window.holds(entry.day())) continue;
            if (basis == Basis.NET_SPEND) value += entry.spend();
            if (basis == Basis.POINTS) value += entry.points();
            if (basis == Basis.VISITS) value += entry.visits();
        }
        return value;
    }

    final Span window(LocalDate today, Window window) {
        return switch (window.kind()) {
            case CALENDAR -> {
                LocalDate next = window.unit().nextAfter(today, java.time.DayOfWeek.MONDAY);
                yield new Span(window.unit().startOf(today, java.time.DayOfWeek.MONDAY), next.minusDays(1));
            }
            case ROLLING -> new Span(today.minus(window.length()).plusDays(1), today);
            case ANNIVERSARY -> {
                int years = 0;
                while (!joined.plusYears(years + 1).isAfter(today)) years++;
                yield new Span(
                        joined.plusYears(years), joined.plusYears(years + 1).minusDays(1));
            }
            case EVER -> new Span(LocalDate.MIN, LocalDate.MAX);
        };
    }

    /** The period of a tier that is reached on that day; a rolling one begins with it. */
    final Span period(LocalDate day, Window window) {
        boolean rolling = window.kind() == TierPolicy.Kind.ROLLING;
        return rolling ? new Span(day, day.plus(window.length()).minusDays(1)) : window(day, window);
    }
}
