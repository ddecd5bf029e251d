package io.regulars.crm.receipt;

import io.regulars.events.CustomerRef;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Voiding;
import io.regulars.platform.journal.Cause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A receipt as a till posts it. Purchase n and refund n have ids made of n; 0 stands for no original. */
record Posting(boolean purchase, int number, int original, long amount, CustomerRef customer, int record) {

    private static final int VOIDS = 1_000;

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    static Posting aPurchase(int number) {
        return new Posting(true, number, 0, 10_00, null, number);
    }

    static Posting aRefundOf(int original, int number) {
        return new Posting(false, number, original, 10_00, null, number);
    }

    /** Numbers from 1,000 on are voids: that of a purchase has one number for ever. */
    static Posting aVoidOf(int original) {
        return new Posting(false, VOIDS + original, original, 10_00, null, original);
    }

    Posting by(CustomerRef who) {
        return new Posting(purchase, number, original, amount, who, record);
    }

    Posting of(long otherAmount) {
        return new Posting(purchase, number, original, otherAmount, customer, record + 1_000_000);
    }

    /** The same content under another record. */
    Posting posted(int otherRecord) {
        return new Posting(purchase, number, original, amount, customer, otherRecord);
    }

    UUID id() {
        return new UUID(purchase ? 1 : 2, number);
    }

    void to(RecordReceipts record) {
        UUID event = new UUID(purchase ? 4 : 5, record() * 1_000L + number);
        Cause cause = new Cause(event, event, null, null, NOW);
        if (number > VOIDS) record.undo(new VoidPosted(id(), originalId(), undone(), false, NOW), cause);
        else if (purchase) record.purchase(new PurchasePosted(id(), content(), false, NOW), cause);
        else record.refund(new RefundPosted(id(), originalId(), back(), false, NOW), cause);
    }

    private UUID originalId() {
        return original == 0 ? null : new UUID(1, original);
    }

    private Purchase content() {
        return new Purchase(
                "S-1",
                "T-1",
                "R" + number,
                LocalDate.parse("2026-03-02"),
                NOW,
                null,
                "USD",
                amount,
                null,
                0,
                0,
                0,
                false,
                customer,
                List.of(),
                null,
                null);
    }

    private Voiding undone() {
        return new Voiding("S-1", null, NOW.plusSeconds(amount), "typed wrong");
    }

    private Refund back() {
        return new Refund(
                "S-1",
                "T-1",
                "F" + number,
                LocalDate.parse("2026-03-02"),
                NOW,
                "USD",
                null,
                customer,
                List.of(new Refund.Line(1, "A1", BigDecimal.ONE, amount)),
                null);
    }
}
