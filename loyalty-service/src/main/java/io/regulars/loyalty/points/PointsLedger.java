package io.regulars.loyalty.points;

import io.regulars.loyalty.membership.Owner;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Wallets, lots and the transfers that explain them; written together, so that they always agree. */
@ApplicationScoped
public class PointsLedger {

    private static final String OF_CUSTOMERS = """
        select customer_id, programme, wallet, active, pending, held, debt, due_at
        from wallet where customer_id = any($1::uuid[])
        order by customer_id, programme, wallet
        """;
    private static final String MOVE = """
        insert into wallet as w (customer_id, programme, wallet, active, pending, held, debt, due_at)
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                             $8::timestamptz[])
        on conflict (customer_id, programme, wallet) do update
        set active = excluded.active, pending = excluded.pending, held = excluded.held, debt = excluded.debt,
            due_at = excluded.due_at
        """;
    private static final String POST = """
        insert into transfer (customer_id, programme, wallet, number, debit, credit, amount, reason, lot, purchase_id,
                              refund_id, caused_by, at, balance)
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::bigint[],
                             $8::text[], $9::bigint[], $10::uuid[], $11::uuid[], $12::uuid[], $13::timestamptz[],
                             $14::bigint[])
        """;

    private final Lots lots;
    private final EndsPutOff endsPutOff;

    PointsLedger(Lots lots, EndsPutOff endsPutOff) {
        this.lots = lots;
        this.endsPutOff = endsPutOff;
    }

    private record Owned(Passbook book, Wallet wallet) {}

    /** The wallets of these customers; asked now, read later. */
    public Supplier<Map<Owner, List<Wallet>>> wallets(Tx tx, Collection<UUID> customerIds) {
        Tx.Answer rows = tx.ask(OF_CUSTOMERS, (Object) Column.uuids(customerIds));
        return () -> {
            Map<Owner, List<Wallet>> wallets = new HashMap<>();
            for (Row row : rows.rows()) {
                wallets.computeIfAbsent(
                                new Owner(row.getUUID("customer_id"), row.getString("programme")),
                                owner -> new ArrayList<>())
                        .add(wallet(row));
            }
            return wallets;
        };
    }

    private static Wallet wallet(Row row) {
        OffsetDateTime dueAt = row.getOffsetDateTime("due_at");
        return Wallet.of(
                row.getString("wallet"),
                row.getLong("active"),
                row.getLong("pending"),
                row.getLong("held"),
                row.getLong("debt"),
                dueAt == null ? null : dueAt.toInstant());
    }

    /** Opens the wallets of a new member, and writes what moved in them already. */
    public void open(Tx tx, Passbook passbook) {
        moveWallets(tx, List.of(passbook));
        post(tx, passbook.transfers());
        lots.store(tx, List.of(passbook));
    }

    /** Writes what moved in these passbooks. */
    public void store(Tx tx, Collection<Passbook> passbooks) {
        List<Passbook> moved = passbooks.stream().filter(Passbook::isMoved).toList();
        if (moved.isEmpty()) return;
        moveWallets(tx, moved);
        post(tx, moved.stream().flatMap(book -> book.transfers().stream()).toList());
        lots.store(tx, moved);
        endsPutOff.add(tx, moved);
    }

    private static void moveWallets(Tx tx, List<Passbook> passbooks) {
        List<Owned> wallets = new ArrayList<>();
        for (Passbook book : passbooks) {
            for (Wallet wallet : book.wallets()) wallets.add(new Owned(book, wallet));
        }
        tx.send(
                MOVE,
                Column.uuids(wallets, owned -> owned.book().customerId()),
                Column.texts(wallets, owned -> owned.book().programme()),
                Column.texts(wallets, owned -> owned.wallet().id()),
                Column.longs(wallets, owned -> owned.wallet().active()),
                Column.longs(wallets, owned -> owned.wallet().pending()),
                Column.longs(wallets, owned -> owned.wallet().held()),
                Column.longs(wallets, owned -> owned.wallet().debt()),
                Column.instants(wallets, owned -> owned.wallet().dueAt()));
    }

    private static void post(Tx tx, List<Transfer> transfers) {
        if (transfers.isEmpty()) return;
        tx.send(
                POST,
                Column.uuids(transfers, Transfer::customerId),
                Column.texts(transfers, Transfer::programme),
                Column.texts(transfers, Transfer::wallet),
                Column.longs(transfers, Transfer::number),
                Column.texts(transfers, transfer -> transfer.way().from().storedAs()),
                Column.texts(transfers, transfer -> transfer.way().to().storedAs()),
                Column.longs(transfers, Transfer::amount),
                Column.texts(transfers, transfer -> transfer.way().storedAs()),
                transfers.stream().map(Transfer::lot).toArray(Long[]::new),
                Column.uuids(transfers, transfer -> transfer.origin().purchaseId()),
                Column.uuids(transfers, transfer -> transfer.origin().refundId()),
                Column.uuids(transfers, transfer -> transfer.origin().causedBy()),
                Column.instants(transfers, Transfer::at),
                Column.longs(transfers, Transfer::balance));
    }
}
