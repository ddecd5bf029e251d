package io.regulars.local.check.history;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** A member of a small loyalty. */
final class SmallMember {
    final UUID customer;
    final Instant enrolledAt;
    final Instant countsFrom;
    final SmallBook book;
    final List<Loyalty.TierFrom> tiers = new ArrayList<>();
    String tier = "bronze";
    int purchases;
    boolean settled;
    private final int number;
    private Instant asOf;
    private final TreeMap<LocalDate, Long> counted = new TreeMap<>();

    SmallMember(UUID customer, int number, Instant enrolledAt, Instant now) {
        this.customer = customer;
        this.number = number;
        this.enrolledAt = enrolledAt;
        this.countsFrom = day(enrolledAt).atStartOfDay(SmallProgramme.ZONE).toInstant();
        this.book = new SmallBook(number);
        this.asOf = now;
        reached(enrolledAt, true);
    }

    static LocalDate day(Instant at) {
        return at.atZone(SmallProgramme.ZONE).toLocalDate();
    }

    boolean counts(Instant occurredAt) {
        return !occurredAt.isBefore(countsFrom);
    }

    void reach(Instant recordedAt) {
        if (recordedAt.isAfter(asOf)) asOf = recordedAt;
    }

    /** Of what was before tiers had a history only the last is known. */
    void reached(Instant at, boolean once) {
        long from = Micros.of(once ? enrolledAt : at);
        tiers.removeIf(each -> each.from() == from);
        tiers.add(new Loyalty.TierFrom(number, "regulars", from, tier));
    }

    void spend(Instant at, long amount) {
        counted.merge(day(at), amount, Long::sum);
    }

    long spend() {
        return inWindow(counted);
    }

    long weighed() {
        return spend();
    }

    private long inWindow(TreeMap<LocalDate, Long> days) {
        LocalDate last = day(asOf);
        return days.subMap(last.minusYears(1).plusDays(1), true, last, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    String due() {
        return weighed() >= 200_000 ? "gold" : weighed() >= 50_000 ? "silver" : "bronze";
    }

    Points points(long earned) {
        SmallWallet wallet = book.wallet("points");
        return new Points(earned, wallet.pending(), wallet.balance());
    }

    void write(History history) {
        LocalDate last = day(asOf);
        history.members.add(new Loyalty.Member(
                number,
                "regulars",
                Micros.of(enrolledAt),
                Micros.of(countsFrom),
                tier,
                spend(),
                Micros.of(asOf),
                settled ? "net_spend" : "",
                settled ? last.minusYears(1).plusDays(1).toEpochDay() : Micros.NEVER,
                settled ? last.toEpochDay() : Micros.NEVER,
                purchases));
        counted.forEach(
                (day, spend) -> history.countedDays.add(new Loyalty.CountedDay(number, day.toEpochDay(), spend)));
        history.tierHistory.addAll(tiers);
        book.write(history);
    }
}
