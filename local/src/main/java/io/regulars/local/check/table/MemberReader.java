package io.regulars.local.check.table;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Loyalty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Reads what loyalty-service keeps of members: where they stand, what counted on which day, what they have. */
final class MemberReader {
    private static final UUID FIRST = new UUID(0, 0);
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final OffsetDateTime FIRST_MOMENT = FIRST_DAY.atStartOfDay().atOffset(ZoneOffset.UTC);

    private final Pages pages;
    private final Ids ids;
    private final Loyalty loyalty;

    MemberReader(Pages pages, Ids ids, Loyalty loyalty) {
        this.pages = pages;
        this.ids = ids;
        this.loyalty = loyalty;
    }

    void read() {
        members();
        days();
        wallets();
        byHand();
    }

    /** Whom somebody gave a tier, locked, barred or let go: what the reference model does not know of. */
    private void byHand() {
        if (!pages.has("membership_act")) return;
        pages.all("select distinct customer_id from membership_act", row -> loyalty.byHand.add(row.id(ids)));
    }

    private void members() {
        pages.read(
                "customer_id, programme, enrolled_at, counts_from, tier, spend, spend_as_of, basis, window_first, "
                        + "window_last, purchases",
                "membership",
                new Object[] {FIRST, ""},
                row -> loyalty.members.add(new Loyalty.Member(
                        row.id(ids),
                        row.text(),
                        row.micros(),
                        row.micros(),
                        row.text(),
                        row.number(),
                        row.micros(),
                        row.text(),
                        row.day(),
                        row.day(),
                        row.number())));
    }

    private void days() {
        pages.read("customer_id, programme, day, spend", "counted_day", new Object[] {FIRST, "", FIRST_DAY}, row -> {
            int customer = row.id(ids);
            row.text();
            loyalty.countedDays.add(new Loyalty.CountedDay(customer, row.day(), row.number()));
        });
        pages.read(
                "customer_id, programme, from_at, tier",
                "tier_history",
                new Object[] {FIRST, "", FIRST_MOMENT},
                row -> loyalty.tierHistory.add(
                        new Loyalty.TierFrom(row.id(ids), row.text(), row.micros(), row.text())));
    }

    private void wallets() {
        pages.read(
                "customer_id, programme, wallet, active, pending, held, debt, (select transfers from membership m "
                        + "where m.customer_id = wallet.customer_id and m.programme = wallet.programme)",
                "wallet",
                new Object[] {FIRST, "", ""},
                row -> loyalty.wallets.add(new Loyalty.Wallet(
                        row.id(ids),
                        row.text(),
                        row.text(),
                        row.number(),
                        row.number(),
                        row.number(),
                        row.number(),
                        row.number())));
    }
}
