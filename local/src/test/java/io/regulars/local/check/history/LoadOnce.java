package io.regulars.local.check.history;

import static io.regulars.local.check.history.Stored.Table.at;

import io.regulars.local.check.evidence.Loyalty;
import java.sql.SQLException;

/** Puts what loyalty-service would have left before programmes had versions into the tables of then. */
public final class LoadOnce {
    private final History history;

    public LoadOnce(History history) {
        this.history = history;
    }

    public void into(Stored stored) throws SQLException {
        try (Stored.Table table = new Stored.Table(stored.connection("loyalty"), history)) {
            purchases(table);
            refunds(table);
            members(table);
            points(table);
        }
    }

    private void purchases(Stored.Table table) throws SQLException {
        for (Loyalty.Purchase each : history.purchases) {
            table.insert(
                    "purchase (purchase_id, customer_id, told_by, occurred_at, recorded_at, total, training, lines)",
                    table.id(each.id()),
                    table.id(each.customer()),
                    table.id(each.toldBy()),
                    at(each.occurredAt()),
                    at(each.recordedAt()),
                    SmallRows.total(history.kept.get(each.id())),
                    each.training(),
                    history.keptOnce.get(each.id()));
        }
    }

    private void refunds(Stored.Table table) throws SQLException {
        for (Loyalty.Refund each : history.refunds) {
            table.insert(
                    "refund (refund_id, original_id, customer_id, told_by, occurred_at, recorded_at, total, lines, "
                            + "state, taken)",
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

    private void members(Stored.Table table) throws SQLException {
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
        for (Loyalty.Wallet each : history.wallets) {
            table.insert(
                    "wallet (customer_id, programme, active, pending, held, debt, transfers)",
                    table.id(each.customer()),
                    each.programme(),
                    each.active(),
                    each.pending(),
                    each.held(),
                    each.debt(),
                    each.transfers());
        }
    }

    private void points(Stored.Table table) throws SQLException {
        for (Loyalty.Transfer each : history.transfers) {
            table.insert(
                    "transfer (customer_id, programme, number, debit, credit, amount, balance, reason, purchase_id, "
                            + "refund_id, at, caused_by)",
                    table.id(each.customer()),
                    each.programme(),
                    each.number(),
                    each.debit(),
                    each.credit(),
                    each.amount(),
                    each.balance(),
                    each.reason(),
                    table.id(each.purchase()),
                    table.id(each.refund()),
                    at(each.at()),
                    table.id(each.customer()));
        }
        for (Loyalty.Lot each : history.lots) {
            table.insert(
                    "lot (customer_id, programme, number, points, remaining, earned_at, expires_at, purchase_id)",
                    table.id(each.customer()),
                    each.programme(),
                    each.number(),
                    each.points(),
                    each.remaining(),
                    at(each.earnedAt()),
                    at(each.expiresAt()),
                    table.id(each.purchase()));
        }
    }
}
