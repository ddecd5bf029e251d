package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.earning.late.LatenessRules.Lateness;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.Rulebook.Programme;
import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.receipt.KeptPurchase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Of which customers a batch brings receipts late, within the grace, and since when their others must be known. */
public final class LateArrivals {

    private static final Duration ONE_LOCAL_DAY = Duration.ofHours(26);

    private LateArrivals() {}

    /** Later receipts may be worth more; those of the day and of a cool-down before say what was then. */
    public static Map<UUID, Instant> since(Arrivals arrivals, Rulebook rules) {
        Map<UUID, Instant> since = new HashMap<>();
        for (KeptPurchase each : arrivals.purchases()) {
            if (each.customerId() == null || !isWithinGrace(each, rules)) continue;
            since.merge(each.customerId(), before(each, rules), (one, other) -> one.isBefore(other) ? one : other);
        }
        return since;
    }

    private static boolean isWithinGrace(KeptPurchase purchase, Rulebook rules) {
        return LatenessRules.isLate(purchase.occurredAt(), purchase.recordedAt())
                && rules.programmes().keySet().stream()
                        .map(programme -> rules.at(programme, purchase.judgedAt()))
                        .anyMatch(version -> isWithinGrace(purchase, version));
    }

    static boolean isWithinGrace(KeptPurchase purchase, ProgrammeVersion version) {
        return LatenessRules.of(purchase.occurredAt(), purchase.recordedAt(), version) == Lateness.WITHIN_GRACE;
    }

    private static Instant before(KeptPurchase purchase, Rulebook rules) {
        return rules.programmes().values().stream()
                .flatMap(programme -> judging(programme, purchase.judgedAt()))
                .flatMap(version -> version.rules().stream()
                        .map(rule -> rule.written().limits().coolDown())
                        .filter(lapse -> lapse != null)
                        .map(lapse -> length(lapse, purchase.occurredAt(), version.zone())))
                .max(Duration::compareTo)
                .map(longest -> purchase.occurredAt().minus(longest).minus(ONE_LOCAL_DAY))
                .orElse(purchase.occurredAt().minus(ONE_LOCAL_DAY));
    }

    /** The version that judges a receipt of then, and those that came after it: they judged what happened since. */
    private static Stream<ProgrammeVersion> judging(Programme programme, Instant judgedAt) {
        List<InForce> versions = programme.versions();
        int first = 0;
        while (first + 1 < versions.size() && !versions.get(first + 1).from().isAfter(judgedAt)) first++;
        return versions.subList(first, versions.size()).stream().map(InForce::version);
    }

    private static Duration length(Lapse lapse, Instant from, ZoneId zone) {
        return Duration.between(from, lapse.after(from, zone));
    }
}
