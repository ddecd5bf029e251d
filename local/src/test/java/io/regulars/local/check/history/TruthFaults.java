package io.regulars.local.check.history;

import java.util.Random;
import java.util.UUID;

/** What callers were told does not fit what happened. */
final class TruthFaults {
    private TruthFaults() {}

    private static boolean isOk(String line) {
        return line.startsWith("{\"op\":\"purchase\"") && line.contains("\"outcome\":\"ok\"");
    }

    /** Every attempt at a receipt was refused, and it is there. */
    static boolean refuse(History history, Random random) {
        int place = Pick.place(history.truth, random, TruthFaults::isOk);
        if (place < 0) return false;
        String receipt = receipt(history.truth.get(place));
        history.truth.replaceAll(line -> !line.contains(receipt)
                ? line
                : line.replaceAll("\"outcome\":\"(ok|unknown)\"", "\"outcome\":\"refused\"")
                        .replaceAll("\"status\":\\d+", "\"status\":422"));
        return true;
    }

    private static String receipt(String line) {
        int start = line.indexOf("\"receiptId\":\"") + 13;
        return UUID.fromString(line.substring(start, start + 36)).toString();
    }

    static boolean otherTotal(History history, Random random) {
        int place = Pick.place(
                history.truth,
                random,
                line -> isOk(line)
                        && history.truth.stream()
                                        .filter(each -> each.contains(receipt(line)))
                                        .count()
                                == 1);
        if (place < 0) return false;
        history.truth.set(place, history.truth.get(place).replaceFirst("\"total\":(\\d+)", "\"total\":1$1"));
        return true;
    }

    /** It is recorded and was never taken in. */
    static boolean forget(History history, Random random) {
        int place = Pick.place(history.intake, random, each -> true);
        String key = new String(history.intake.get(place).key());
        boolean purchase = new String(history.intake.get(place).value()).contains("\"purchase\":{");
        history.intake.removeIf(each -> purchase && new String(each.value()).contains("\"purchaseId\":\"" + key + '"'));
        return purchase;
    }
}
