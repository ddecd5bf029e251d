package io.regulars.local.check.history;

import static io.regulars.local.check.history.Stored.Table.at;

import io.regulars.local.check.evidence.Loyalty;
import java.sql.SQLException;

/** Puts wallets, what moved in them and the hours closed over it into loyalty-service's tables. */
final class LoadLedger {
    private final History history;
    private final Stored.Table table;

    LoadLedger(History history, Stored.Table table) {
        this.history = history;
        this.table = table;
    }

    void all() throws SQLException {
        wallets();
        transfers();
        lots();
        hours();
    }

    private void wallets() throws SQLException {
        for (Loyalty.Wallet each : history.wallets) {
            table.insert(
                    "wallet (customer_id, programme, wallet, active, pending, held, debt)",
                    table.id(each.customer()),
                    each.programme(),
                    each.wallet(),
                    each.active(),
                    each.pending(),
                    each.held(),
                    each.debt());
        }
    }

    private void transfers() throws SQLException {
        if (!history.closedHours.isEmpty())
            table.run("alter table transfer disable trigger transfer_is_not_later_than_now");
        for (Loyalty.Transfer each : history.transfers) {
            table.insert(
                    "transfer (customer_id, programme, wallet, number, debit, credit, amount, balance, reason, "
                            + "purchase_id, refund_id, lot, at, caused_by, written_in)",
                    table.id(each.customer()),
                    each.programme(),
                    each.wallet(),
                    each.number(),
                    each.debit(),
                    each.credit(),
                    each.amount(),
                    each.balance(),
                    each.reason(),
                    table.id(each.purchase()),
                    table.id(each.refund()),
                    each.lot() == 0 ? null : each.lot(),
                    at(each.at()),
                    table.id(each.causedBy()),
                    each.writtenIn());
        }
    }

    private void lots() throws SQLException {
        for (Loyalty.Lot each : history.lots) {
            table.insert(
                    "lot (customer_id, programme, wallet, number, points, remaining, state, earned_at, starts_at, "
                            + "expires_at, purchase_id)",
                    table.id(each.customer()),
                    each.programme(),
                    each.wallet(),
                    each.number(),
                    each.points(),
                    each.remaining(),
                    each.state(),
                    at(each.earnedAt()),
                    at(each.startsAt()),
                    at(each.expiresAt()),
                    table.id(each.purchase()));
        }
    }

    /** Positions are those of the history, which no transaction of this cluster has reached. */
    private void hours() throws SQLException {
        if (history.closedHours.isEmpty()) return;
        table.run("alter table ledger_hour disable trigger ledger_hour_follows_the_last");
        table.run("update ledger_closing set looked_at = ?", at(history.lookedAt));
        for (Loyalty.ClosedHour each : history.closedHours) {
            table.insert(
                    "ledger_hour (number, hour, from_position, to_position, transfers, previous_hash, hash)",
                    each.number(),
                    at(each.hour()),
                    each.from(),
                    each.to(),
                    each.transfers(),
                    each.previousHash(),
                    each.hash());
        }
    }
}
