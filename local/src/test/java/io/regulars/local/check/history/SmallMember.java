package io.regulars.local.check.history;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A member of a small loyalty. */
final class SmallMember {
    final UUID customer;
    final Instant enrolledAt;
    final Instant countsFrom;
    final SmallWallet wallet;
    String tier = "bronze";
    private Instant asOf;
    private final List<Counted> counted = new ArrayList<>();

    private record Counted(Instant at, long amount) {}

    SmallMember(UUID customer, int number, Instant enrolledAt, Instant now) {
        this.customer = customer;
        this.enrolledAt = enrolledAt;
        this.countsFrom = enrolledAt
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        this.wallet = new SmallWallet(number);
        this.asOf = now;
    }

    boolean counts(Instant occurredAt) {
        return !occurredAt.isBefore(countsFrom);
    }

    void reach(Instant recordedAt) {
        if (recordedAt.isAfter(asOf)) asOf = recordedAt;
    }

    void spend(Instant at, long amount) {
        counted.add(new Counted(at, amount));
    }

    long spend() {
        Instant after = asOf.atZone(ZoneOffset.UTC).minusYears(1).toInstant();
        return counted.stream()
                .filter(each -> each.at().isAfter(after) && !each.at().isAfter(asOf))
                .mapToLong(Counted::amount)
                .sum();
    }

    String due() {
        return spend() >= 200_000 ? "gold" : spend() >= 50_000 ? "silver" : "bronze";
    }

    Points points(long earned) {
        return new Points(earned, 0, wallet.balance());
    }

    Loyalty.Member row(int number) {
        return new Loyalty.Member(
                number, "regulars", Micros.of(enrolledAt), Micros.of(countsFrom), tier, spend(), Micros.of(asOf));
    }
}
