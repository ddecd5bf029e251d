package io.regulars.local.check.history;

import io.regulars.local.check.count.chain.CanonicalText;
import io.regulars.local.check.count.chain.HourSum;
import io.regulars.local.check.evidence.Loyalty;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The order in which transfers were written, and hours that were closed over the older ones. */
final class SmallLedger {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int CUSTOMERS = 1_000_000;
    private static final int HOURS = 3;
    private static final long AN_HOUR = 3_600_000_000L;

    private SmallLedger() {}

    /** All of a customer's within half an hour together, as if they had been one transaction. */
    static long writtenIn(int customer, Instant at) {
        return (1 + Duration.between(FIRST, at).toMinutes() / 30) * CUSTOMERS + customer;
    }

    /** A quarter of the transfers stays open. They stand as they are read: by customer, programme and number. */
    static void close(History history) {
        history.transfers.sort(Comparator.comparing((Loyalty.Transfer each) ->
                        history.ids.at(each.customer()).toString())
                .thenComparing(Loyalty.Transfer::programme)
                .thenComparingLong(Loyalty.Transfer::number));
        List<Loyalty.Transfer> written = history.transfers.stream()
                .sorted(Comparator.comparingLong(Loyalty.Transfer::writtenIn))
                .toList();
        long from = 0;
        String previous = "0".repeat(64);
        for (int number = 1; number <= HOURS && !written.isEmpty(); number++) {
            long to = written.get(written.size() * number / (HOURS + 1)).writtenIn();
            Loyalty.ClosedHour closed =
                    sealed(history, new Loyalty.ClosedHour(number, number * AN_HOUR, from, to, 0, previous, ""));
            history.closedHours.add(closed);
            from = to;
            previous = closed.hash();
        }
        if (!written.isEmpty()) history.lookedAt = (HOURS + 1) * AN_HOUR + AN_HOUR * 5 / 6;
    }

    /** The hour with the number and the hash of what lies in it now. */
    static Loyalty.ClosedHour sealed(History history, Loyalty.ClosedHour hour) {
        CanonicalText text = new CanonicalText(history.ids);
        HourSum sum = new HourSum(hour);
        List<Loyalty.Transfer> within = history.transfers.stream()
                .filter(each -> each.writtenIn() >= hour.from() && each.writtenIn() < hour.to())
                .sorted(Comparator.comparingLong(Loyalty.Transfer::writtenIn))
                .toList();
        within.forEach(each -> sum.add(text.of(each)));
        return Altered.with(Altered.with(hour, "transfers", (long) within.size()), "hash", sum.hash());
    }
}
