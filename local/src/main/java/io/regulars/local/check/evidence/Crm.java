package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Rows;

/** What crm-service's tables hold. */
public final class Crm {

    /** Whether a receipt's own facts were said, are held back until its purchase comes, or it was only named. */
    public enum Status {
        APPLIED,
        WAITING,
        AWAITED
    }

    /** @param refund or a void; else a purchase */
    public record Receipt(int id, boolean refund, Status status, int customer, int repeats, int conflicts) {}

    public record WaitingRefund(int refund, int original) {}

    /** @param shown stands for subject, type and time of the line */
    public record TimelineLine(int event, long shown) {}

    public record TimelineMember(int customer, long since) {}

    public record Touchpoint(int id, int customer) {}

    public final Kinship kinship = new Kinship();
    public final Rows<Receipt> receipts = Rows.of(Receipt.class);
    public final Rows<WaitingRefund> waitingRefunds = Rows.of(WaitingRefund.class);
    public final Rows<TimelineLine> timeline = Rows.of(TimelineLine.class);
    public final Rows<TimelineMember> timelineMembers = Rows.of(TimelineMember.class);
    public final Rows<Touchpoint> touchpoints = Rows.of(Touchpoint.class);
}
