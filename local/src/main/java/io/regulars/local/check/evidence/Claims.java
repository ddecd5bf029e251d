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

    /**
     * @param content stands for what was posted, as it does in the facts; 0 where the caller kept none
     * @param shopper who stood at the till, by the caller's own naming; empty where the caller does not know
     * @param named whether the receipt itself says whose it is
     */
    public record Receipt(int id, Outcome outcome, int status, long content, String shopper, boolean named) {}

    /** @param enrolledAt {@link Micros#NEVER} unless a time was asked for */
    public record Enrolment(int customer, Outcome outcome, int status, long enrolledAt, String shopper) {}

    public record Touchpoint(int id, Outcome outcome, int status, String shopper) {}

    public final Rows<Receipt> receipts = Rows.of(Receipt.class);
    public final Rows<Enrolment> enrolments = Rows.of(Enrolment.class);
    public final Rows<Touchpoint> touchpoints = Rows.of(Touchpoint.class);
}
