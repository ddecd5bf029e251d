package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What somebody with every right to the tables may do to transfers whose hour is closed. */
final class LedgerFaults {
    private LedgerFaults() {}

    static boolean otherAmount(History history, Random random) {
        return change(history, random, "amount");
    }

    static boolean otherTime(History history, Random random) {
        return change(history, random, "at");
    }

    private static boolean change(History history, Random random, String column) {
        return Pick.change(
                history.transfers, random, each -> isClosed(history, each), each -> Altered.plus(each, column, 1));
    }

    static boolean remove(History history, Random random) {
        return Pick.drop(history.transfers, random, each -> isClosed(history, each));
    }

    static boolean add(History history, Random random) {
        int place = Pick.place(history.transfers, random, each -> isClosed(history, each));
        if (place < 0) return false;
        history.transfers.add(place + 1, Altered.plus(history.transfers.get(place), "number", 1_000));
        return true;
    }

    static boolean otherHash(History history, Random random) {
        return Pick.change(
                history.closedHours, random, each -> true, each -> Altered.with(each, "hash", "f".repeat(64)));
    }

    static boolean otherHour(History history, Random random) {
        return Pick.change(
                history.closedHours, random, each -> true, each -> Altered.plus(each, "hour", 3_600_000_000L));
    }

    static boolean loseHour(History history, Random random) {
        return Pick.drop(history.closedHours, random, each -> each.number() < history.closedHours.size());
    }

    /** The last one or more, so that what is left follows each other. */
    static boolean loseTail(History history, Random random) {
        List<Loyalty.ClosedHour> hours = history.closedHours;
        if (hours.isEmpty()) return false;
        hours.subList(random.nextInt(hours.size()), hours.size()).clear();
        return true;
    }

    /** An amount is changed and its hour sealed anew, but not the hours that follow. */
    static boolean sealAnew(History history, Random random) {
        List<Loyalty.ClosedHour> hours = history.closedHours;
        int[] changed = IntStream.range(0, hours.size() - 1)
                .filter(i -> hours.get(i).transfers() > 0)
                .toArray();
        if (changed.length == 0) return false;
        int place = changed[random.nextInt(changed.length)];
        Loyalty.ClosedHour hour = hours.get(place);
        Pick.change(
                history.transfers,
                random,
                each -> each.writtenIn() >= hour.from() && each.writtenIn() < hour.to(),
                each -> Altered.plus(each, "amount", 1));
        hours.set(place, SmallLedger.sealed(history, hour));
        return true;
    }

    private static boolean isClosed(History history, Loyalty.Transfer transfer) {
        List<Loyalty.ClosedHour> hours = history.closedHours;
        return !hours.isEmpty()
                && transfer.writtenIn() < hours.get(hours.size() - 1).to();
    }
}
