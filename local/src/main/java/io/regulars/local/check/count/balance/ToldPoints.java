package io.regulars.local.check.count.balance;

import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Facts.Saying;
import java.util.HashMap;
import java.util.Map;

/** Facts of a member come in order, so what each tells is there is what the one before told, and what it tells of. */
final class ToldPoints {
    private final Evidence evidence;
    private final Tally tally;
    private final Map<String, Has> members = new HashMap<>();

    private record Has(long pending, long balance) {
        static final Has NOTHING = new Has(0, 0);
    }

    ToldPoints(Evidence evidence, Tally tally) {
        this.evidence = evidence;
        this.tally = tally;
    }

    static long sum(Evidence evidence, Facts.Points told) {
        return evidence.facts.awardsOf(told).stream()
                .mapToLong(Facts.Award::points)
                .sum();
    }

    void addUp() {
        for (Facts.Points each : evidence.facts.points) {
            if (!each.told()) continue;
            String wallet = each.wallet().isEmpty() ? evidence.versions.latest().wallet() : each.wallet();
            Has now = new Has(each.pending(), each.balance());
            Has before = members.put(each.customer() + wallet, now);
            if (!follows(each, before == null ? Has.NOTHING : before, now, wallet)) {
                tally.wrong(
                        "points of %s told as %s do not add up: %d active, %d pending",
                        evidence.id(each.customer()), each.saying(), each.balance(), each.pending());
            }
        }
    }

    private boolean follows(Facts.Points told, Has before, Has now, String wallet) {
        long more = now.balance() + now.pending() - before.balance() - before.pending();
        if (told.saying() == Saying.JOINED) return true; // how many came or went is told by the transfers
        if (told.saying() == Saying.ACTIVATED) return more == 0 && now.balance() - before.balance() == told.amount();
        if (told.saying() == Saying.EXPIRED) return more == -told.amount() && now.pending() == before.pending();
        if (told.saying() == Saying.ADJUSTED) return more == told.amount() && now.pending() == before.pending();
        long awarded = evidence.facts.awardsOf(told).stream()
                .filter(each -> each.wallet().isEmpty() || each.wallet().equals(wallet))
                .mapToLong(Facts.Award::points)
                .sum();
        return more == awarded && (told.earned() == awarded || told.earned() == sum(evidence, told));
    }
}
