package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Rows;

/** What loyalty-service's tables hold. */
public final class Loyalty {

    /** @param seen false while a refund has only named it; {@code lines} stands for its lines and their points */
    public record Purchase(
            int id,
            int customer,
            int toldBy,
            boolean seen,
            long occurredAt,
            long recordedAt,
            long total,
            boolean training,
            long lines) {}

    public record Refund(
            int id,
            int original,
            int customer,
            int toldBy,
            long occurredAt,
            long recordedAt,
            long total,
            String state,
            long taken) {}

    public record Member(
            int customer,
            String programme,
            long enrolledAt,
            long countsFrom,
            String tier,
            long spend,
            long spendAsOf) {}

    public record Wallet(int customer, long active, long pending, long held, long debt, long transfers) {}

    /** {@code balance} is active less debt after it. */
    public record Transfer(
            int customer,
            long number,
            String debit,
            String credit,
            long amount,
            long balance,
            String reason,
            int purchase,
            int refund) {}

    /** {@code number} is that of the transfer that opened it; {@code expiresAt} may be {@link Micros#NEVER}. */
    public record Lot(
            int customer, long number, int purchase, long points, long remaining, long earnedAt, long expiresAt) {}

    public final Rows<Purchase> purchases = Rows.of(Purchase.class);
    public final Rows<Refund> refunds = Rows.of(Refund.class);
    public final Rows<Member> members = Rows.of(Member.class);
    public final Rows<Wallet> wallets = Rows.of(Wallet.class);
    public final Rows<Transfer> transfers = Rows.of(Transfer.class);
    public final Rows<Lot> lots = Rows.of(Lot.class);
}
