package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Rows;
import java.util.List;

/** What the facts on the topics say, kind by kind; of a fact that was delivered again only the first delivery. */
public final class Facts {

    /** A line of a receipt; {@code number} is 0 where none was given, {@code sku} a print of it, 0 for none. */
    public record Line(int number, int sku, long amount) {}

    /** Its lines are {@code lines} rows from {@code firstLine} on; {@code content} stands for what the till said. */
    public record Purchase(
            int id,
            int customer,
            int event,
            long occurredAt,
            long recordedAt,
            long total,
            String currency,
            boolean training,
            int firstLine,
            int lines,
            long content) {}

    /** {@code whole}: a void, which has no lines and takes all that is left. */
    public record Refund(
            int id,
            int original,
            int customer,
            int event,
            long occurredAt,
            long recordedAt,
            long total,
            String currency,
            int firstLine,
            int lines,
            long content,
            boolean whole) {}

    public record Enrolment(
            int customer,
            int event,
            String programme,
            long enrolledAt,
            long countsFrom,
            long recordedAt,
            String tier) {}

    /** How loyalty came to speak of points. */
    public enum Saying {
        ASSESSED,
        EARNED,
        REVERSED,
        ACTIVATED,
        EXPIRED,
        ADJUSTED,
        /** Two turned out to be one, or two again. */
        JOINED;

        /** Else points went by their dates, or somebody moved them. */
        public boolean ofAReceipt() {
            return this == ASSESSED || this == EARNED || this == REVERSED;
        }
    }

    /** A line's points under a rule; {@code wallet} is empty and {@code version} 0 where none is named. */
    public record Award(int line, String rule, String wallet, int version, long points) {}

    /**
     * Points as loyalty told them. Its awards are {@code awards} rows from {@code firstAward} on.
     *
     * @param receipt the purchase, or the refund where one is spoken of; 0 where points went by their dates
     * @param told whether it says what the member has; {@code earned}, {@code pending} and {@code balance} are 0
     *     otherwise
     * @param wallet of which it says so; empty where none is named
     * @param amount that became active, expired or was given by hand; below zero where it was taken
     */
    public record Points(
            Saying saying,
            String outcome,
            int receipt,
            int customer,
            boolean told,
            String wallet,
            long amount,
            long earned,
            long pending,
            long balance,
            int firstAward,
            int awards) {}

    public record TierMove(int customer, int event, String programme, String from, String to, long spend) {}

    /** A receipt that came again, with the same or another content. */
    public record Echo(int receipt, boolean conflict) {}

    public record Touchpoint(int id, int customer, int event) {}

    /** By which identifier the customer of a fact was named; an old id of hers stands for itself. */
    public record Named(int event, int ref) {}

    /** What became of a message. */
    public enum Said {
        DUE,
        SENT,
        SUPPRESSED
    }

    /** @param cause the fact or the {@link Said#DUE} it answers; {@code channel} is empty where none is named */
    public record Message(Said said, int id, int customer, String template, String channel, int cause) {}

    public final Rows<Line> lines = Rows.of(Line.class);
    public final Rows<Purchase> purchases = Rows.of(Purchase.class);
    public final Rows<Refund> refunds = Rows.of(Refund.class);
    public final Rows<Enrolment> enrolments = Rows.of(Enrolment.class);
    public final Rows<Award> awards = Rows.of(Award.class);
    public final Rows<Points> points = Rows.of(Points.class);
    public final Rows<TierMove> tierMoves = Rows.of(TierMove.class);
    public final Rows<Echo> echoes = Rows.of(Echo.class);
    public final Rows<Touchpoint> touchpoints = Rows.of(Touchpoint.class);
    public final Rows<Named> named = Rows.of(Named.class);
    public final Rows<Message> messages = Rows.of(Message.class);

    public List<Line> linesOf(Purchase purchase) {
        return lines.from(purchase.firstLine(), purchase.lines());
    }

    public List<Line> linesOf(Refund refund) {
        return lines.from(refund.firstLine(), refund.lines());
    }

    public List<Award> awardsOf(Points points) {
        return awards.from(points.firstAward(), points.awards());
    }
}
