package io.regulars.local.check.table;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Kinship;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.reading.Canaries;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** Reads crm-service's tables. */
public final class CrmReader {
    private static final UUID FIRST = new UUID(0, 0);
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final String EMAILS = "select value from identifier where type = 'email'";

    private static final String ALIASES = "select customer_id, merged_into from customer where merged_into is not null";
    private static final String MERGES =
            "select merge_id, survivor_id, merged_id, unmerged_at is null from customer_merge";
    private static final String MET =
            " in (select survivor_id from customer_merge union select merged_id from customer_merge)";
    private static final String OWNERS = "select ref, customer_id from identifier where customer_id" + MET;
    private static final String LINES =
            "select event_id, subject, timeline_side(subject, detail) from timeline where subject" + MET;

    private final Pages pages;
    private final Ids ids;
    private final Crm crm;

    public CrmReader(Pages pages, Evidence evidence) {
        this.pages = pages;
        this.ids = evidence.ids;
        this.crm = evidence.crm;
    }

    /** Every e-mail address this installation knows, so that none may be met in a fact. */
    public void emails(Canaries canaries) {
        pages.all(EMAILS, row -> canaries.add(row.text()));
    }

    public void read() {
        pages.read(
                "receipt_id, kind, status, customer_id, repeats, conflicts",
                "receipt",
                new Object[] {FIRST},
                row -> crm.receipts.add(new Crm.Receipt(
                        row.id(ids),
                        !row.text().equals("purchase"),
                        status(row.text()),
                        row.id(ids),
                        row.small(),
                        row.small())));
        pages.read(
                "refund_id, original_id",
                "waiting_refund",
                new Object[] {FIRST},
                row -> crm.waitingRefunds.add(new Crm.WaitingRefund(row.id(ids), row.id(ids))));
        pages.read(
                "touchpoint_id, customer_id",
                "touchpoint",
                new Object[] {FIRST},
                row -> crm.touchpoints.add(new Crm.Touchpoint(row.id(ids), row.id(ids))));
        pages.read(
                "customer_id, since",
                "timeline_member",
                new Object[] {FIRST},
                row -> crm.timelineMembers.add(new Crm.TimelineMember(row.id(ids), row.micros())));
        pages.read("subject, occurred_at, event_id, type", "timeline", new Object[] {FIRST, LONG_AGO, FIRST}, row -> {
            UUID subject = row.id();
            long occurredAt = row.micros();
            crm.timeline.add(new Crm.TimelineLine(row.id(ids), Prints.shown(subject, row.text(), occurredAt)));
        });
    }

    /** Of customers who were ever merged, which are few. */
    public void kinship() {
        Kinship kinship = crm.kinship;
        pages.all(ALIASES, row -> kinship.aliases.add(new Kinship.Alias(row.id(ids), row.id(ids))));
        pages.all(
                MERGES,
                row -> kinship.merges.add(new Kinship.Merge(row.id(ids), row.id(ids), row.id(ids), row.flag())));
        pages.all(OWNERS, row -> kinship.owners.add(new Kinship.Owner(row.id(ids), row.id(ids))));
        pages.all(LINES, row -> kinship.lines.add(new Kinship.Line(row.id(ids), row.id(ids), row.id(ids))));
    }

    private static Crm.Status status(String text) {
        return Crm.Status.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
