package io.regulars.loyalty.receipt;

import io.regulars.events.Purchase;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every purchase that was seen or is awaited. Its row is what a purchase and its refunds meet at. */
@ApplicationScoped
public class Purchases {

    // Rows are taken in id order; the second to come waits here for the first to commit, and then is told nothing.
    private static final String CLAIM = """
        insert into purchase (purchase_id, customer_id, told_by, occurred_at, recorded_at, training, receipt,
                              identifier_ref)
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[],
                             $6::boolean[], $7::text[], $8::uuid[]) as t (purchase_id)
        order by t.purchase_id
        on conflict (purchase_id) do nothing
        returning purchase_id
        """;
    private static final String LOCK = """
        select purchase_id, customer_id, told_by, occurred_at, recorded_at, training, receipt, identifier_ref, moved_from
        from purchase where purchase_id = any($1::uuid[])
        order by purchase_id for update
        """;
    private static final String ARRIVE = """
        update purchase p
        set customer_id = t.customer_id, told_by = t.told_by, occurred_at = t.occurred_at,
            recorded_at = t.recorded_at, training = t.training, receipt = t.receipt,
            identifier_ref = t.identifier_ref
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::boolean[],
                    $7::text[], $8::uuid[])
             as t (purchase_id, customer_id, told_by, occurred_at, recorded_at, training, receipt, identifier_ref)
        where p.purchase_id = t.purchase_id
        """;
    private static final String OF_CUSTOMER = """
        select purchase_id, customer_id, told_by, occurred_at, recorded_at, training, receipt, identifier_ref, moved_from
        from purchase where customer_id = $1
        """;
    private static final String SINCE = """
        select p.purchase_id from unnest($1::uuid[], $2::timestamptz[]) as t (customer_id, since)
        join purchase p on p.customer_id = t.customer_id and p.occurred_at >= t.since
        """;
    private static final String BESIDE = """
        select p.purchase_id, p.customer_id, p.told_by, p.occurred_at, p.recorded_at, p.training, p.receipt,
               p.identifier_ref, p.moved_from
        from unnest($1::uuid[]) as t (purchase_id)
        join purchase v on v.purchase_id = t.purchase_id
        join purchase p on p.customer_id = v.customer_id and p.purchase_id <> v.purchase_id
             and p.occurred_at between v.occurred_at - interval '3 days' and v.occurred_at + interval '3 days'
        where not exists (select from refund r where r.original_id = p.purchase_id and r.whole)
        """;
    private static final String ONE = """
        select purchase_id, customer_id, told_by, occurred_at, recorded_at, training, receipt, identifier_ref, moved_from
        from purchase where purchase_id = $1 and recorded_at is not null
        """;

    /**
     * Makes these purchases seen, and rows for those that refunds name but nobody brought yet; says which had no row
     * before. The others must be locked and looked at.
     */
    public Set<UUID> claim(Tx tx, Collection<KeptPurchase> purchases, Collection<UUID> awaited) {
        Set<UUID> fresh = new HashSet<>(purchases.size() * 2);
        List<KeptPurchase> rows = new ArrayList<>(purchases);
        for (UUID purchaseId : awaited) rows.add(KeptPurchase.awaited(purchaseId));
        if (rows.isEmpty()) return fresh;
        for (Row row : tx.rows(CLAIM, columns(rows))) fresh.add(row.getUUID(0));
        return fresh;
    }

    /** Locks rows; those that were seen are handed out, the awaited ones are not. */
    public List<KeptPurchase> lock(Tx tx, Collection<UUID> purchaseIds) {
        return purchaseIds.isEmpty() ? List.of() : seen(tx.rows(LOCK, (Object) Column.uuids(purchaseIds)));
    }

    /** Fills rows that were awaited. */
    public void arrive(Tx tx, Collection<KeptPurchase> purchases) {
        if (!purchases.isEmpty()) tx.send(ARRIVE, columns(purchases));
    }

    public List<KeptPurchase> ofCustomer(Tx tx, UUID customerId) {
        return seen(tx.rows(OF_CUSTOMER, customerId));
    }

    /** What these customers bought since then, as far as it was seen. */
    public Set<UUID> since(Tx tx, Map<UUID, Instant> customers) {
        Set<UUID> since = new HashSet<>();
        if (customers.isEmpty()) return since;
        List<Map.Entry<UUID, Instant>> all = List.copyOf(customers.entrySet());
        Object ids = Column.uuids(all, Map.Entry::getKey);
        for (Row row : tx.rows(SINCE, ids, Column.instants(all, Map.Entry::getValue))) since.add(row.getUUID(0));
        return since;
    }

    /** What the same customers bought around the same time and was not voided. */
    public List<KeptPurchase> beside(Tx tx, Collection<UUID> purchaseIds) {
        return purchaseIds.isEmpty() ? List.of() : seen(tx.rows(BESIDE, (Object) Column.uuids(purchaseIds)));
    }

    public Optional<KeptPurchase> one(Tx tx, UUID purchaseId) {
        return seen(tx.rows(ONE, purchaseId)).stream().findFirst();
    }

    private static Object[] columns(Collection<KeptPurchase> purchases) {
        return new Object[] {
            Column.uuids(purchases, KeptPurchase::purchaseId),
            Column.uuids(purchases, KeptPurchase::customerId),
            Column.uuids(purchases, KeptPurchase::toldBy),
            Column.instants(purchases, KeptPurchase::occurredAt),
            Column.instants(purchases, KeptPurchase::recordedAt),
            Column.flags(purchases, KeptPurchase::training),
            Column.texts(purchases, purchase -> purchase.receipt() == null ? null : text(purchase.receipt())),
            Column.uuids(purchases, KeptPurchase::identifierRef)
        };
    }

    private static List<KeptPurchase> seen(RowSet<Row> rows) {
        List<KeptPurchase> purchases = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime recordedAt = row.getOffsetDateTime("recorded_at");
            if (recordedAt != null) purchases.add(purchase(row, recordedAt.toInstant()));
        }
        return purchases;
    }

    private static KeptPurchase purchase(Row row, Instant recordedAt) {
        String receipt = row.getString("receipt");
        UUID[] movedFrom = row.getArrayOfUUIDs("moved_from");
        return new KeptPurchase(
                row.getUUID("purchase_id"),
                row.getUUID("customer_id"),
                row.getBoolean("training"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                recordedAt,
                receipt == null ? null : Json.read(receipt.getBytes(StandardCharsets.UTF_8), Purchase.class),
                row.getUUID("told_by"),
                row.getUUID("identifier_ref"),
                movedFrom == null ? List.of() : List.of(movedFrom));
    }

    static String text(Object told) {
        return new String(Json.bytes(told), StandardCharsets.UTF_8);
    }
}
