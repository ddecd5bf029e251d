package io.regulars.loyalty.points;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Wallets, lots and the transfers that explain them; written together, so that they always agree. */
@ApplicationScoped
public class PointsLedger {

    private static final String OPEN_WALLET = """
        insert into wallet (customer_id, programme, active, pending, held, debt, transfers)
        values ($1, $2, 0, 0, 0, 0, 0)
        """;
    private static final String MOVE = """
        update wallet w
        set active = t.active, pending = t.pending, held = t.held, debt = t.debt, transfers = t.transfers
        from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
             as t (customer_id, programme, active, pending, held, debt, transfers)
        where w.customer_id = t.customer_id and w.programme = t.programme
        """;
    private static final String POST = """
        insert into transfer (customer_id, programme, number, debit, credit, amount, reason, purchase_id, refund_id,
                              caused_by, at, balance)
        select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[],
                             $8::uuid[], $9::uuid[], $10::uuid[], $11::timestamptz[], $12::bigint[])
        """;

    private final Lots lots;

    PointsLedger(Lots lots) {
        this.lots = lots;
    }

    public void openWallet(Tx tx, UUID customerId, String programme) {
        tx.send(OPEN_WALLET, customerId, programme);
    }

    /** Writes what moved in these passbooks. */
    public void store(Tx tx, Collection<Passbook> passbooks) {
        List<Passbook> moved =
                passbooks.stream().filter(book -> !book.transfers().isEmpty()).toList();
        if (moved.isEmpty()) return;
        moveWallets(tx, moved);
        post(tx, moved.stream().flatMap(book -> book.transfers().stream()).toList());
        lots.store(tx, moved);
    }

    private static void moveWallets(Tx tx, List<Passbook> moved) {
        tx.send(
                MOVE,
                Column.uuids(moved, Passbook::customerId),
                Column.texts(moved, Passbook::programme),
                Column.longs(moved, book -> book.wallet().active()),
                Column.longs(moved, book -> book.wallet().pending()),
                Column.longs(moved, book -> book.wallet().held()),
                Column.longs(moved, book -> book.wallet().debt()),
                Column.longs(moved, book -> book.wallet().transfers()));
    }

    private static void post(Tx tx, List<Transfer> transfers) {
        tx.send(
                POST,
                Column.uuids(transfers, Transfer::customerId),
                Column.texts(transfers, Transfer::programme),
                Column.longs(transfers, Transfer::number),
                Column.texts(transfers, transfer -> transfer.debit().storedAs()),
                Column.texts(transfers, transfer -> transfer.credit().storedAs()),
                Column.longs(transfers, Transfer::amount),
                Column.texts(transfers, transfer -> transfer.reason().name().toLowerCase(Locale.ROOT)),
                Column.uuids(transfers, Transfer::purchaseId),
                Column.uuids(transfers, Transfer::refundId),
                Column.uuids(transfers, Transfer::causedBy),
                Column.instants(transfers, Transfer::at),
                Column.longs(transfers, Transfer::balance));
    }
}
