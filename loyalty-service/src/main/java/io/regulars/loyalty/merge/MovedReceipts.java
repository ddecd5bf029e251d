package io.regulars.loyalty.merge;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whose receipts are, as customers are merged and parted. */
@ApplicationScoped
public class MovedReceipts {

    private static final String MOVE_PURCHASES = """
        update purchase
        set customer_id = $2, side_id = coalesce(side_id, $1), moved_from = array_append(moved_from, $1)
        where customer_id = $1
        """;
    private static final String MOVE_REFUNDS = """
        update refund set customer_id = $2, side_id = coalesce(side_id, $1) where customer_id = $1
        """;
    private static final String WITHOUT_ORIGINAL =
            "select refund_id from refund where customer_id = $1 and original_id is null";
    private static final String OF_SIDES = """
        select purchase_id from purchase
        where customer_id = $1 and (side_id = any($2::uuid[]) or identifier_ref = any($3::uuid[]))
        """;
    private static final String PART_PURCHASES = """
        update purchase
        set customer_id = $2, moved_from = array_append(moved_from, $1),
            side_id = case when side_id = any($3::uuid[]) and side_id <> $2 then side_id end
        where purchase_id = any($4::uuid[])
        """;
    private static final String PART_REFUNDS = """
        update refund
        set customer_id = $2, side_id = case when side_id = any($3::uuid[]) and side_id <> $2 then side_id end
        where customer_id = $1 and (original_id = any($4::uuid[]) or original_id is null and side_id = any($3::uuid[]))
        """;
    private static final String BEFORE = "select refund_id from refund where customer_id = $1 and side_id is not null";
    private static final String KEEP_SIDES = """
        update purchase p set side_id = t.side_id
        from unnest($1::uuid[], $2::uuid[]) as t (purchase_id, side_id)
        where p.purchase_id = t.purchase_id and p.side_id is null and p.customer_id is not null
          and p.customer_id <> t.side_id
        """;

    /** All that one customer bought and brought back is the other's. */
    void move(Tx tx, UUID from, UUID into) {
        tx.send(MOVE_PURCHASES, from, into);
        tx.send(MOVE_REFUNDS, from, into);
    }

    /** Refunds that name no purchase. */
    Set<UUID> withoutOriginal(Tx tx, UUID customerId) {
        Set<UUID> refunds = new HashSet<>();
        for (Row row : tx.rows(WITHOUT_ORIGINAL, customerId)) refunds.add(row.getUUID(0));
        return refunds;
    }

    /** What that customer would not have bought without a merge with one of these sides. */
    Set<UUID> ofSides(Tx tx, UUID root, Collection<UUID> sides, Collection<UUID> identifierRefs) {
        Set<UUID> purchases = new HashSet<>();
        for (Row row : tx.rows(OF_SIDES, root, Column.uuids(sides), Column.uuids(identifierRefs))) {
            purchases.add(row.getUUID(0));
        }
        return purchases;
    }

    /** Refunds that came by a merge. */
    Set<UUID> refundsOfBefore(Tx tx, UUID root) {
        Set<UUID> refunds = new HashSet<>();
        for (Row row : tx.rows(BEFORE, root)) refunds.add(row.getUUID(0));
        return refunds;
    }

    /** These purchases, and what came back of them, are the restored one's. */
    void part(Tx tx, UUID root, UUID restored, Collection<UUID> sides, Collection<UUID> purchases) {
        tx.send(PART_PURCHASES, root, restored, Column.uuids(sides), Column.uuids(purchases));
        tx.send(PART_REFUNDS, root, restored, Column.uuids(sides), Column.uuids(purchases));
    }

    void keepSides(Tx tx, Map<UUID, UUID> sides) {
        List<Map.Entry<UUID, UUID>> all = List.copyOf(sides.entrySet());
        tx.send(KEEP_SIDES, uuids(all, true), uuids(all, false));
    }

    private static Object uuids(Collection<Map.Entry<UUID, UUID>> all, boolean keys) {
        return Column.uuids(all, each -> keys ? each.getKey() : each.getValue());
    }
}
