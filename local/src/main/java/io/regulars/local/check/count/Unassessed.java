package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import java.util.BitSet;

/** Recorded purchases and refunds that loyalty has not answered. */
public final class Unassessed {
    private Unassessed() {}

    public static Finding find(Evidence evidence) {
        Tally tally = new Tally("receipts without assessment");
        BitSet assessed = new BitSet();
        evidence.facts.points.stream()
                .filter(each -> each.saying() == Facts.Saying.ASSESSED)
                .forEach(each -> assessed.set(each.receipt()));
        for (Facts.Purchase each : evidence.facts.purchases) {
            if (!assessed.get(each.id())) tally.wrong("purchase %s", evidence.id(each.id()));
        }
        for (Facts.Refund each : evidence.facts.refunds) {
            if (!assessed.get(each.id())) tally.wrong("refund %s", evidence.id(each.id()));
        }
        return tally.finding();
    }
}
