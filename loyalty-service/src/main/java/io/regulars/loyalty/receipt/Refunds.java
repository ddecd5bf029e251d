package io.regulars.loyalty.receipt;

import io.regulars.loyalty.receipt.KeptRefund.State;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Every refund that was seen. Whoever changes one holds the row of its purchase or that of its customer. */
@ApplicationScoped
public class Refunds {

    private static final String COLUMNS = """
        refund_id, original_id, named_customer_id, customer_id, told_by, occurred_at, recorded_at, currency, total,
        lines, state, taken, shortfall, whole
        """;
    private static final String OF_PURCHASES = "select " + COLUMNS + """
        from refund where original_id = any($1::uuid[]) or refund_id = any($2::uuid[])
        """;
    private static final String OF_CUSTOMER = "select " + COLUMNS + "from refund where customer_id = $1";
    private static final String ONE = "select " + COLUMNS + "from refund where refund_id = $1";
    private static final String INSERT = "insert into refund (" + COLUMNS + """
        )
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[],
                             $7::timestamptz[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::bigint[],
                             $13::bigint[], $14::boolean[])
        """;
    private static final String CHANGE = """
        update refund r set customer_id = t.customer_id, state = t.state, taken = t.taken, shortfall = t.shortfall
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[])
             as t (refund_id, customer_id, state, taken, shortfall)
        where r.refund_id = t.refund_id
        """;

    /** All refunds of these purchases, and these refunds themselves where they were seen before. */
    public List<KeptRefund> of(Tx tx, Collection<UUID> purchaseIds, Collection<UUID> refundIds) {
        if (purchaseIds.isEmpty() && refundIds.isEmpty()) return List.of();
        return refunds(tx.rows(OF_PURCHASES, Column.uuids(purchaseIds), Column.uuids(refundIds)));
    }

    public List<KeptRefund> ofCustomer(Tx tx, UUID customerId) {
        return refunds(tx.rows(OF_CUSTOMER, customerId));
    }

    public Optional<KeptRefund> one(Tx tx, UUID refundId) {
        return refunds(tx.rows(ONE, refundId)).stream().findFirst();
    }

    public void insert(Tx tx, Collection<KeptRefund> refunds) {
        if (refunds.isEmpty()) return;
        tx.send(
                INSERT,
                Column.uuids(refunds, KeptRefund::refundId),
                Column.uuids(refunds, KeptRefund::originalId),
                Column.uuids(refunds, KeptRefund::namedCustomerId),
                Column.uuids(refunds, KeptRefund::customerId),
                Column.uuids(refunds, KeptRefund::toldBy),
                Column.instants(refunds, KeptRefund::occurredAt),
                Column.instants(refunds, KeptRefund::recordedAt),
                Column.texts(refunds, KeptRefund::currency),
                Column.longs(refunds, KeptRefund::total),
                Column.texts(refunds, refund -> Purchases.text(refund.lines().toArray(RefundLine[]::new))),
                Column.texts(refunds, Refunds::stored),
                Column.longs(refunds, KeptRefund::taken),
                Column.longs(refunds, KeptRefund::shortfall),
                Column.flags(refunds, KeptRefund::whole));
    }

    public void change(Tx tx, Collection<KeptRefund> refunds) {
        if (refunds.isEmpty()) return;
        tx.send(
                CHANGE,
                Column.uuids(refunds, KeptRefund::refundId),
                Column.uuids(refunds, KeptRefund::customerId),
                Column.texts(refunds, Refunds::stored),
                Column.longs(refunds, KeptRefund::taken),
                Column.longs(refunds, KeptRefund::shortfall));
    }

    private static String stored(KeptRefund refund) {
        return refund.state().name().toLowerCase(Locale.ROOT);
    }

    private static List<KeptRefund> refunds(RowSet<Row> rows) {
        List<KeptRefund> refunds = new ArrayList<>();
        for (Row row : rows) refunds.add(refund(row));
        return refunds;
    }

    private static KeptRefund refund(Row row) {
        byte[] lines = row.getString("lines").getBytes(StandardCharsets.UTF_8);
        return new KeptRefund(
                row.getUUID("refund_id"),
                row.getUUID("original_id"),
                row.getUUID("named_customer_id"),
                row.getUUID("customer_id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("currency"),
                row.getLong("total"),
                List.of(Json.read(lines, RefundLine[].class)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("taken"),
                row.getLong("shortfall"),
                row.getUUID("told_by"),
                row.getBoolean("whole"));
    }
}
