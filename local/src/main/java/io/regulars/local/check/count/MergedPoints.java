package io.regulars.local.check.count;

import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import java.util.HashMap;
import java.util.Map;

/** Points of who turned out to be somebody else: as many come to the one as go from the other, as old and of the same. */
final class MergedPoints {
    private static final String OTHERS = "others";

    private final Evidence evidence;
    private final Tally tally;
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Long> lots = new HashMap<>();

    MergedPoints(Evidence evidence, Tally tally) {
        this.evidence = evidence;
        this.tally = tally;
    }

    void compare() {
        Map<String, Lot> known = new HashMap<>();
        for (Transfer each : evidence.loyalty.transfers) {
            if (each.debit().equals(OTHERS) || each.credit().equals(OTHERS)) transfer(each);
        }
        if (balances.isEmpty()) return;
        evidence.loyalty.lots.forEach(lot -> known.put(name(lot.customer(), lot.programme(), lot.number()), lot));
        for (Transfer each : evidence.loyalty.transfers) lot(each, known);
        balances.forEach((what, points) -> {
            if (points != 0) tally.wrong("%d points went from one and not to the other: %s", points, what);
        });
        lots.forEach((what, points) -> {
            if (points != 0) tally.wrong("points that went to the other are not what they were: %s", what);
        });
    }

    private void transfer(Transfer each) {
        if (!evidence.loyalty.families.isMerge(each.causedBy(), each.customer())) {
            tally.wrong("transfer %d of %s by no merge of theirs", each.number(), evidence.id(each.customer()));
        }
        boolean goes = each.credit().equals(OTHERS);
        balances.merge(about(each), goes ? each.amount() : -each.amount(), Long::sum);
    }

    /** The lot that goes is named; the one that comes carries the number of the transfer. */
    private void lot(Transfer each, Map<String, Lot> known) {
        boolean goes = each.reason().startsWith("transferred_out") && each.lot() != 0;
        boolean comes = each.reason().startsWith("transferred_in");
        if (!goes && !comes) return;
        long number = goes ? each.lot() : each.number();
        Lot lot = known.get(name(each.customer(), each.programme(), number));
        String what = about(each) + " " + each.amount() + " of " + evidence.id(each.purchase())
                + (lot == null ? " without a lot" : " earned at " + lot.earnedAt());
        lots.merge(what, goes ? 1L : -1L, Long::sum);
    }

    private String about(Transfer each) {
        return evidence.id(each.causedBy()) + " " + each.programme() + " " + each.wallet();
    }

    private static String name(int customer, String programme, long number) {
        return customer + " " + programme + " " + number;
    }
}
