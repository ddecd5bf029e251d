package io.regulars.loyalty.points;

import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How points of purchases moved, as the ledger has it. */
@ApplicationScoped
public class PurchaseMoves {

    private static final String OF_PURCHASES = """
            select t.purchase_id, t.programme, t.wallet, t.amount, t.refund_id,
                   case when t.credit = 'reversed' and t.reason = 'returned' then 'reversed' else t.reason end as reason,
                   case when t.reason = 'earned' then coalesce(l.starts_at, t.at) else t.at end as at
            from transfer t
            left join lot l on l.customer_id = t.customer_id and l.programme = t.programme and l.number = t.number
            where t.customer_id = any($1::uuid[]) and t.purchase_id = any($2::uuid[]) and t.reason <> 'expired'
            """;

    private static final String SINCE = OF_PURCHASES + " and t.programme = $3 and t.number > $4";

    /** The same of one ledger, since that transfer. */
    public List<PurchaseMove> since(Tx tx, Owner owner, long number, Collection<UUID> purchaseIds) {
        if (purchaseIds.isEmpty()) return List.of();
        Object[] ledger = {
            Column.uuids(List.of(owner.customerId())), Column.uuids(purchaseIds), owner.programme(), number
        };
        return moves(tx.rows(SINCE, ledger));
    }

    /** Those of these customers' purchases, but for what expired of them. */
    public List<PurchaseMove> of(Tx tx, Collection<UUID> customerIds, Collection<UUID> purchaseIds) {
        if (purchaseIds.isEmpty()) return List.of();
        return moves(tx.rows(OF_PURCHASES, Column.uuids(customerIds), Column.uuids(purchaseIds)));
    }

    private static List<PurchaseMove> moves(RowSet<Row> rows) {
        List<PurchaseMove> moves = new ArrayList<>();
        for (Row row : rows) {
            moves.add(new PurchaseMove(
                    row.getUUID("purchase_id"),
                    row.getString("programme"),
                    row.getString("wallet"),
                    Movement.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                    row.getLong("amount"),
                    row.getUUID("refund_id"),
                    row.getOffsetDateTime("at").toInstant()));
        }
        return moves;
    }
}
