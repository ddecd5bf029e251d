package io.regulars.local.check.history;

import static io.regulars.local.check.history.Stored.Table.at;

import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Puts what loyalty-service would have left into its tables. */
final class LoadLoyalty {
    private final History history;
    private final Stored.Table table;

    LoadLoyalty(History history, Stored.Table table) {
        this.history = history;
        this.table = table;
    }

    void all() throws SQLException {
        programme();
        purchases();
        assessments();
        refunds();
        members();
        days();
        new LoadLedger(history, table).all();
    }

    private void programme() throws SQLException {
        for (SmallProgramme.Text each : history.programme.texts()) {
            OffsetDateTime from = each.from().atOffset(ZoneOffset.UTC);
            table.insert(
                    "programme_version (programme, number, document, author, drafted_at, approver, published_at, "
                            + "in_force_from)",
                    "regulars",
                    each.number(),
                    each.document(),
                    "installation",
                    from,
                    "installation",
                    from,
                    from);
        }
        withdrawn(history.programme.texts().get(0).from().atOffset(ZoneOffset.UTC));
    }

    /** It was to begin soon after the first one, and nobody reads it. */
    private void withdrawn(OffsetDateTime published) throws SQLException {
        table.insert(
                "programme_version (programme, number, document, author, drafted_at, approver, published_at, "
                        + "in_force_from, withdrawn_by, withdrawn_at, withdrawn_why)",
                "regulars",
                1_000,
                "not a programme",
                "ana",
                published,
                "ben",
                published,
                published.plusSeconds(1),
                "ana",
                published,
                "a typo");
    }

    private void purchases() throws SQLException {
        for (Loyalty.Purchase each : history.purchases) {
            String receipt = history.kept.get(each.id());
            table.insert(
                    "purchase (purchase_id, customer_id, told_by, occurred_at, recorded_at, training, receipt)",
                    table.id(each.id()),
                    table.id(each.customer()),
                    table.id(each.toldBy()),
                    at(each.occurredAt()),
                    at(each.recordedAt()),
                    each.training(),
                    receipt.isEmpty() ? null : receipt);
        }
    }

    private void assessments() throws SQLException {
        for (History.Assessed each : history.assessments) {
            table.insert(
                    "assessment (purchase_id, programme, customer_id, version, late, awards, verdicts)",
                    table.id(each.purchase()),
                    "regulars",
                    table.id(each.customer()),
                    each.version(),
                    each.late(),
                    Given.stored(each.awards()),
                    "[]");
        }
    }

    private void refunds() throws SQLException {
        for (Loyalty.Refund each : history.refunds) {
            table.insert(
                    "refund (refund_id, original_id, customer_id, told_by, occurred_at, recorded_at, currency, total, "
                            + "lines, state, taken, shortfall)",
                    table.id(each.id()),
                    table.id(each.original()),
                    table.id(each.customer()),
                    table.id(each.toldBy()),
                    at(each.occurredAt()),
                    at(each.recordedAt()),
                    each.currency().isEmpty() ? null : each.currency(),
                    each.total(),
                    "[]",
                    each.state(),
                    each.taken(),
                    each.shortfall());
        }
    }

    private void members() throws SQLException {
        for (Loyalty.Member each : history.members) {
            table.insert(
                    "membership (customer_id, programme, enrolled_at, counts_from, tier, spend, spend_as_of, basis, "
                            + "window_first, window_last, purchases, transfers)",
                    table.id(each.customer()),
                    each.programme(),
                    at(each.enrolledAt()),
                    at(each.countsFrom()),
                    each.tier(),
                    each.spend(),
                    at(each.spendAsOf()),
                    each.basis().isEmpty() ? null : each.basis(),
                    day(each.windowFirst()),
                    day(each.windowLast()),
                    each.purchases(),
                    transfersOf(each));
        }
    }

    private long transfersOf(Loyalty.Member member) {
        return history.wallets.stream()
                .filter(wallet -> wallet.customer() == member.customer()
                        && wallet.programme().equals(member.programme()))
                .mapToLong(Loyalty.Wallet::transfers)
                .max()
                .orElse(0);
    }

    private static LocalDate day(long day) {
        return day == Micros.NEVER ? null : LocalDate.ofEpochDay(day);
    }

    private void days() throws SQLException {
        for (Loyalty.CountedDay each : history.countedDays) {
            table.insert(
                    "counted_day (customer_id, programme, day, spend, points, visits, stores)",
                    table.id(each.customer()),
                    "regulars",
                    day(each.day()),
                    each.spend(),
                    0,
                    0,
                    new String[0]);
        }
        for (Loyalty.TierFrom each : history.tierHistory) {
            table.insert(
                    "tier_history (customer_id, programme, from_at, tier)",
                    table.id(each.customer()),
                    each.programme(),
                    at(each.from()),
                    each.tier());
        }
    }
}
