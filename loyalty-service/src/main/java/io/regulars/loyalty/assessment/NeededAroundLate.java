package io.regulars.loyalty.assessment;

import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.PeriodRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What must be known of members of whom a receipt comes late, within the grace: their receipts around it, and days. */
final class NeededAroundLate {

    private final OpenBook book;
    private final Map<UUID, List<KeptPurchase>> receipts = new HashMap<>();

    NeededAroundLate(OpenBook book, Arrivals arrivals) {
        this.book = book;
        Set<UUID> late = LateArrivals.since(arrivals, book.rules()).keySet();
        if (late.isEmpty()) return;
        List<KeptPurchase> all = new ArrayList<>(book.purchases().all());
        all.addAll(arrivals.purchases());
        for (KeptPurchase each : all) {
            if (!late.contains(each.customerId())) continue;
            receipts.computeIfAbsent(each.customerId(), id -> new ArrayList<>()).add(each);
        }
    }

    /** None where nothing came late. */
    List<KeptPurchase> receipts(Stored member) {
        return receipts.getOrDefault(member.owner().customerId(), List.of());
    }

    /** All that tiers looked at, from the window of the first of those receipts on. */
    Optional<Days> days(Stored member, Instant latest) {
        return receipts(member).stream()
                .map(purchase -> window(purchase, member, latest))
                .filter(window -> window != null)
                .reduce((one, other) -> one.first().isBefore(other.first()) ? one : other);
    }

    private Days window(KeptPurchase purchase, Stored member, Instant latest) {
        ProgrammeVersion version = book.rules().at(member.owner().programme(), purchase.judgedAt());
        TierPolicy policy = version.document().tiers();
        if (policy == null) return null;
        Calendar calendar = Calendar.of(version);
        LocalDate joined = calendar.dayOf(member.membership().enrolledAt());
        Days window = PeriodRules.window(policy.window(), joined, calendar.dayOf(purchase.judgedAt()));
        LocalDate today = calendar.dayOf(latest).plusDays(1);
        return window.first().isAfter(today) ? null : new Days(window.first(), today);
    }
}
