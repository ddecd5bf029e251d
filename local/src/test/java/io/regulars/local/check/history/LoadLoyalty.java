package io.regulars.local.check.history;

import static io.regulars.local.check.history.Stored.Table.at;

import io.regulars.local.check.evidence.Loyalty;
import java.sql.SQLException;

/** Puts what loyalty-service would have left into its tables. */
final class LoadLoyalty {
    private final History history;
    private final Stored.Table table;

    LoadLoyalty(History history, Stored.Table table) {
        this.history = history;
        this.table = table;
    }

    void all() throws SQLException {
        purchases();
        refunds();
        members();
        wallets();
        transfers();
        lots();
    }

    private void purchases() throws SQLException {
        for (Loyalty.Purchase each : history.purchases) {
            table.insert(
                    "purchase (purchase_id, customer_id, told_by, occurred_at, recorded_at, total, training, "
                            + "lines)",
                    table.id(each.id()),
                    table.id(each.customer()),
                    table.id(each.toldBy()),
                    at(each.occurredAt()),
                    at(each.recordedAt()),
                    each.total(),
                    each.training(),
                    history.lines.get(each.id()));
        }
    }

    private void refunds() throws SQLException {
        for (Loyalty.Refund each : history.refunds) {
            table.insert(
                    "refund (refund_id, original_id, customer_id, told_by, occurred_at, recorded_at, total, "
                            + "lines, state, taken)",
                    table.id(each.id()),
                    table.id(each.original()),
                    table.id(each.customer()),
                    table.id(each.toldBy()),
                    at(each.occurredAt()),
                    at(each.recordedAt()),
                    each.total(),
                    "[]",
                    each.state(),
                    each.taken());
        }
    }

    private void members() throws SQLException {
        for (Loyalty.Member each : history.members) {
            table.insert(
                    "membership (customer_id, programme, enrolled_at, counts_from, tier, spend, spend_as_of)",
                    table.id(each.customer()),
                    each.programme(),
                    at(each.enrolledAt()),
                    at(each.countsFrom()),
                    each.tier(),
                    each.spend(),
                    at(each.spendAsOf()));
        }
    }

    private void wallets() throws SQLException {
        for (Loyalty.Wallet each : history.wallets) {
            table.insert(
                    "wallet (customer_id, programme, active, pending, held, debt, transfers)",
                    table.id(each.customer()),
                    "regulars",
                    each.active(),
                    each.pending(),
                    each.held(),
                    each.debt(),
                    each.transfers());
        }
    }

    private void transfers() throws SQLException {
        for (Loyalty.Transfer each : history.transfers) {
            table.insert(
                    "transfer (customer_id, programme, number, debit, credit, amount, balance, reason, "
                            + "purchase_id, refund_id, at, caused_by)",
                    table.id(each.customer()),
                    "regulars",
                    each.number(),
                    each.debit(),
                    each.credit(),
                    each.amount(),
                    each.balance(),
                    each.reason(),
                    table.id(each.purchase()),
                    table.id(each.refund()),
                    at(0),
                    table.id(each.customer()));
        }
    }

    private void lots() throws SQLException {
        for (Loyalty.Lot each : history.lots) {
            table.insert(
                    "lot (customer_id, programme, number, points, remaining, earned_at, expires_at, purchase_id)",
                    table.id(each.customer()),
                    "regulars",
                    each.number(),
                    each.points(),
                    each.remaining(),
                    at(each.earnedAt()),
                    at(each.expiresAt()),
                    table.id(each.purchase()));
        }
    }
}
