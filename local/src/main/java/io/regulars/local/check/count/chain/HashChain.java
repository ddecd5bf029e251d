package io.regulars.local.check.count.chain;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Rows;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty.ClosedHour;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Micros;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Closed hours that do not follow each other, whose transfers are others than there were, or that are missing at the end. */
public final class HashChain {
    private static final ClosedHour NONE = new ClosedHour(0, 0, 0, 0, 0, "", "0".repeat(64));

    private static final long AN_HOUR = 3_600_000_000L;
    private static final long HALF_AN_HOUR = AN_HOUR / 2;

    private final Rows<Transfer> transfers;
    private final long[] written;
    private final Integer[] inOrder;
    private final CanonicalText text;
    private final Tally tally = new Tally("hash chain");
    private int next;

    private HashChain(Evidence evidence) {
        this.transfers = evidence.loyalty.transfers;
        this.text = new CanonicalText(evidence.ids);
        this.written = transfers.stream().mapToLong(Transfer::writtenIn).toArray();
        this.inOrder = inOrderOfWriting();
    }

    public static Finding find(Evidence evidence) {
        HashChain chain = new HashChain(evidence);
        ClosedHour before = NONE;
        for (ClosedHour each : evidence.loyalty.closedHours) {
            chain.link(before, each);
            chain.recount(each);
            before = each;
        }
        chain.goesOn(before, evidence.loyalty.lookedAt);
        return chain.tally.finding();
    }

    /** They were read by customer, programme and number, which stays the order within one transaction. */
    private Integer[] inOrderOfWriting() {
        Integer[] order = IntStream.range(0, written.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingLong(place -> written[place]));
        return order;
    }

    private void link(ClosedHour before, ClosedHour each) {
        if (each.number() != before.number() + 1) {
            tally.wrong("closed hour %d follows %d", each.number(), before.number());
        } else if (each.from() != before.to() || !each.previousHash().equals(before.hash())) {
            tally.wrong("closed hour %d is not linked to the one before it", each.number());
        }
    }

    /** A look closes all that is over, so the last hour ended shortly before it. */
    private void goesOn(ClosedHour last, long lookedAt) {
        if (lookedAt == Micros.NEVER) return;
        long ended = last.hour() + AN_HOUR;
        if (last == NONE) {
            tally.wrong("no hour is closed, though there was a look at %s", Micros.instant(lookedAt));
        } else if (lookedAt - ended > AN_HOUR + HALF_AN_HOUR) {
            tally.wrong(
                    "nothing is closed since hour %d ended at %s, though there was a look at %s",
                    last.number(), Micros.instant(ended), Micros.instant(lookedAt));
        }
    }

    private void recount(ClosedHour each) {
        passOver(each);
        HourSum sum = new HourSum(each);
        long found = 0;
        for (; next < inOrder.length && written[inOrder[next]] < each.to(); next++) {
            sum.add(text.of(transfers.get(inOrder[next])));
            found++;
        }
        long more = found - each.transfers();
        if (more != 0) {
            tally.wrong(
                    Math.abs(more),
                    "closed hour %d had %d transfers and has %d",
                    each.number(),
                    each.transfers(),
                    found);
        } else if (!sum.hash().equals(each.hash())) {
            tally.wrong("closed hour %d is not what it was: its hash was %s", each.number(), each.hash());
        }
    }

    /** What was written before an hour began and belongs to none. */
    private void passOver(ClosedHour each) {
        for (; next < inOrder.length && written[inOrder[next]] < each.from(); next++) {
            tally.wrong("a transfer written in %d belongs to no closed hour", written[inOrder[next]]);
        }
    }
}
