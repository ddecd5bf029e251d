package io.regulars.gateway.receipt;

import io.regulars.events.Refund.Original;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a void has to be like before it may be recorded. */
public final class VoidRules {

    private VoidRules() {}

    /**
     * A receipt that is to be undone, as it is posted.
     *
     * @param original the receipt by what is printed on it; then it need not have arrived
     * @param businessDate of the day on which it is undone
     */
    public record Undoing(Original original, LocalDate businessDate, Instant occurredAt, String reason) {}

    /** @param purchaseId the receipt where it is named beside the body, or null */
    public static void check(Flaws flaws, Undoing undoing, UUID purchaseId, Circumstances around) {
        ReceiptRules.occurredAt(flaws, undoing.occurredAt(), around);
        flaws.check(TextRules.freeText(undoing.reason(), 500), "/reason");
        if (undoing.businessDate() != null) flaws.check(ReceiptRules.day(undoing.businessDate()), "/businessDate");
        Original original = undoing.original();
        if (original != null) ReceiptRules.original(flaws, original);
        else if (purchaseId == null) flaws.check("is required", "/original");
        if (original == null || purchaseId == null || !flaws.none()) return;
        boolean same = NaturalKeys.purchase(original).equals(purchaseId);
        if (!same) flaws.check("is another receipt than the one in the path", "/original");
    }

    /** Whoever knows what is printed on a receipt has it at hand. */
    public static boolean isKeyed(Undoing undoing) {
        return undoing.original() != null && undoing.original().purchaseId() == null;
    }

    public static boolean isAhead(Undoing undoing, Circumstances around) {
        return around.isAhead(undoing.occurredAt());
    }
}
