package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Rows;

/** What callers asked for and were answered, by their own record. */
public final class Claims {

    /** What a caller knows of the effect: it must be there, it may be there, it must not be there. */
    public enum Outcome {
        OK,
        UNKNOWN,
        REFUSED
    }

    /** @param content stands for what was posted, as it does in the facts; 0 where the caller kept none */
    public record Receipt(int id, Outcome outcome, int status, long content) {}

    /** @param enrolledAt {@link Micros#NEVER} unless a time was asked for */
    public record Enrolment(int customer, Outcome outcome, int status, long enrolledAt) {}

    public final Rows<Receipt> receipts = Rows.of(Receipt.class);
    public final Rows<Enrolment> enrolments = Rows.of(Enrolment.class);
}
