package io.regulars.local.check.table;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.reading.KeptReceipt;
import io.regulars.local.check.reading.StoredAwards;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads loyalty-service's tables. */
public final class LoyaltyReader {
    private static final UUID FIRST = new UUID(0, 0);

    private final Pages pages;
    private final Ids ids;
    private final Loyalty loyalty;

    public LoyaltyReader(Pages pages, Evidence evidence) {
        this.pages = pages;
        this.ids = evidence.ids;
        this.loyalty = evidence.loyalty;
    }

    public void read() {
        if (pages.has("customer_merge")) merges();
        receipts();
        assessments();
        new MemberReader(pages, ids, loyalty).read();
        points();
        if (pages.has("lot_change")) extensions();
        if (pages.has("ends_put_off")) signsOfLife();
    }

    private void merges() {
        pages.all(
                "select merge_id, survivor_id, merged_id, state in ('joined', 'parted') from customer_merge "
                        + "order by merge_id",
                row -> loyalty.families.merge(row.id(ids), row.id(ids), row.id(ids), row.flag()));
    }

    private void extensions() {
        pages.all(
                "select customer_id, programme, lot, ended_at, asked_at from lot_change where change = 'extended' "
                        + "order by customer_id, number",
                row -> loyalty.extensions.add(new Loyalty.Extension(
                        row.id(ids), row.text(), row.number(), row.micros(), row.micros(), Micros.NEVER)));
    }

    private void signsOfLife() {
        pages.all(
                "select customer_id, programme, unnest(lots), unnest(ended_at), at, transfers from ends_put_off "
                        + "order by customer_id, number",
                row -> loyalty.extensions.add(new Loyalty.Extension(
                        row.id(ids), row.text(), row.number(), row.micros(), row.micros(), row.number())));
    }

    private void receipts() {
        pages.read(
                "purchase_id, customer_id, told_by, occurred_at, recorded_at, training, receipt",
                "purchase",
                new Object[] {FIRST},
                row -> loyalty.purchases.add(purchase(row)));
        pages.read(
                "refund_id, original_id, customer_id, told_by, occurred_at, recorded_at, currency, total, state, taken, "
                        + "shortfall",
                "refund",
                new Object[] {FIRST},
                row -> loyalty.refunds.add(new Loyalty.Refund(
                        row.id(ids),
                        row.id(ids),
                        row.id(ids),
                        row.id(ids),
                        row.micros(),
                        row.micros(),
                        row.text(),
                        row.number(),
                        row.text(),
                        row.number(),
                        row.number())));
    }

    private Loyalty.Purchase purchase(Row row) throws SQLException {
        int id = row.id(ids);
        int customer = row.id(ids);
        int toldBy = row.id(ids);
        long occurredAt = row.micros();
        long recordedAt = row.micros();
        boolean training = row.flag();
        return new Loyalty.Purchase(
                id,
                customer,
                toldBy,
                recordedAt != Micros.NEVER,
                occurredAt,
                recordedAt,
                training,
                KeptReceipt.print(row.text()));
    }

    private void assessments() {
        pages.read(
                "purchase_id, programme, customer_id, version, late, awards",
                "assessment",
                new Object[] {FIRST, ""},
                row -> {
                    int purchase = row.id(ids);
                    String programme = row.text();
                    int customer = row.id(ids);
                    int version = row.small();
                    boolean late = row.flag();
                    int first = loyalty.awards.size();
                    List<Loyalty.Award> awards = StoredAwards.read(row.text());
                    awards.forEach(loyalty.awards::add);
                    loyalty.assessments.add(
                            new Loyalty.Assessment(purchase, customer, programme, version, late, first, awards.size()));
                });
    }

    private void points() {
        new LedgerReader(pages, ids, loyalty).read();
        pages.read(
                "customer_id, programme, number, wallet, purchase_id, points, remaining, state, earned_at, starts_at, "
                        + "expires_at",
                "lot",
                new Object[] {FIRST, "", 0L},
                row -> {
                    int customer = row.id(ids);
                    String programme = row.text();
                    long number = row.number();
                    loyalty.lots.add(new Loyalty.Lot(
                            customer,
                            programme,
                            row.text(),
                            number,
                            row.id(ids),
                            row.number(),
                            row.number(),
                            row.text(),
                            row.micros(),
                            row.micros(),
                            row.micros()));
                });
    }
}
