package io.regulars.local.check.table;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Engagement;
import io.regulars.local.check.evidence.Evidence;
import java.util.UUID;

/** Reads engagement-service's tables. */
public final class EngagementReader {
    private static final UUID FIRST = new UUID(0, 0);

    private final Pages pages;
    private final Ids ids;
    private final Engagement engagement;

    public EngagementReader(Pages pages, Evidence evidence) {
        this.pages = pages;
        this.ids = evidence.ids;
        this.engagement = evidence.engagement;
    }

    public void read() {
        pages.read("customer_id, programme, tier, balance", "shopper", new Object[] {FIRST, ""}, row -> {
            int customer = row.id(ids);
            row.text();
            engagement.shoppers.add(new Engagement.Shopper(customer, row.text(), row.number()));
        });
        pages.read(
                "message_id, customer_id, template, caused_by",
                "message",
                new Object[] {FIRST},
                row -> engagement.messages.add(
                        new Engagement.Message(row.id(ids), row.id(ids), row.text(), row.id(ids))));
    }
}
