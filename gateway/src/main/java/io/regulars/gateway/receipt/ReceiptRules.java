package io.regulars.gateway.receipt;

import io.regulars.events.Refund.Original;
import io.regulars.platform.http.Code;
import java.time.Instant;
import java.time.LocalDate;

/** What purchases, refunds and other contacts have in common: where, when, and in which money. */
final class ReceiptRules {

    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private ReceiptRules() {}

    static void naturalKey(Flaws flaws, String at, String store, String terminal, String receipt, LocalDate day) {
        flaws.check(TextRules.id(store), at + "/store");
        flaws.check(TextRules.id(terminal), at + "/terminal");
        flaws.check(TextRules.id(receipt), at + "/receipt");
        flaws.check(day(day), at + "/businessDate");
    }

    /** A purchase is named by its id, or by what is printed on it. */
    static void original(Flaws flaws, Original original) {
        boolean keyed = original.store() != null
                || original.terminal() != null
                || original.receipt() != null
                || original.businessDate() != null;
        if (original.purchaseId() == null) {
            naturalKey(
                    flaws,
                    "/original",
                    original.store(),
                    original.terminal(),
                    original.receipt(),
                    original.businessDate());
        } else if (keyed) {
            flaws.check("must name the purchase by its purchaseId or by its key, not by both", "/original");
        }
    }

    static void occurredAt(Flaws flaws, Instant occurredAt, Circumstances around) {
        if (occurredAt == null) flaws.check("is required", "/occurredAt");
        else if (Circumstances.isTooLongAgo(occurredAt)) flaws.check("must not be before 1970", "/occurredAt");
        else if (around.isTooFarAhead(occurredAt)) {
            flaws.add(
                    Code.CLOCK_SKEW, "/occurredAt", "is more than 24 h ahead of our clock, which says " + around.now());
        }
    }

    static void currency(Flaws flaws, String code, Circumstances around) {
        if (code == null) {
            flaws.check("is required", "/currency");
            return;
        }
        String why = AmountRules.currency(code, around.currency());
        if (why != null) flaws.add(Code.CURRENCY_NOT_ACCEPTED, "/currency", why);
    }

    static String day(LocalDate day) {
        if (day == null) return "is required";
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? "must be between 1970 and 9999" : null;
    }
}
