package io.regulars.loyalty.points;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** What receipts moved of one kind of a member's points, as the ledger has it. */
@ApplicationScoped
public class ReceiptPoints {

    private static final String BY_PURCHASE = """
            select coalesce(sum(case when debit in ('issued', 'adjustments') then amount
                                     when credit = 'reversed' and refund_id is not null then -amount end), 0)::bigint
            from transfer where customer_id = any($1::uuid[]) and programme = $2 and wallet = $3 and purchase_id = $4
            """;
    private static final String BY_REFUND = """
            select coalesce(sum(amount), 0)::bigint
            from transfer where customer_id = any($1::uuid[]) and programme = $2 and wallet = $3 and refund_id = $4
                and credit = 'reversed'
            """;

    /**
     * What a purchase earned, and what was made good for it, less what its refunds took.
     *
     * @param ledgers of all whose it was
     */
    public long byPurchase(Tx tx, Collection<UUID> ledgers, String programme, String wallet, UUID purchaseId) {
        return points(tx, BY_PURCHASE, ledgers, programme, wallet, purchaseId);
    }

    /** What a refund took. */
    public long byRefund(Tx tx, Collection<UUID> ledgers, String programme, String wallet, UUID refundId) {
        return points(tx, BY_REFUND, ledgers, programme, wallet, refundId);
    }

    private static long points(
            Tx tx, String sql, Collection<UUID> ledgers, String programme, String wallet, UUID receiptId) {
        return tx.rows(sql, Column.uuids(ledgers), programme, wallet, receiptId)
                .iterator()
                .next()
                .getLong(0);
    }
}
