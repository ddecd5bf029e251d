package io.regulars.loyalty.tier;

import io.regulars.loyalty.tier.Progress.Counted;
import io.regulars.loyalty.tier.TierRules.Span;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What counted for members, by when it happened. Only the parts at the edges of a moving window are ever read. */
@ApplicationScoped
public class CountedReceipts {

    private static final String WITHIN = """
        select t.customer_id, r.receipt_id, r.occurred_at, r.amount
        from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[])
                 as t (customer_id, after, until, counts_from),
             lateral (
                 select purchase_id as receipt_id, occurred_at, total as amount from purchase p
                 where p.customer_id = t.customer_id and occurred_at > t.after and occurred_at <= t.until
                   and occurred_at >= t.counts_from
                 union all
                 select refund_id, occurred_at, -total from refund r
                 where r.customer_id = t.customer_id and occurred_at > t.after and occurred_at <= t.until
                   and state = 'counted') r
        """;

    /** A part of a member's life that a fold must know. */
    public record Part(UUID customerId, Instant countsFrom, Span span) {}

    /** @param except receipts whose rows are there already although the fold has yet to count them */
    public Map<UUID, List<Counted>> within(Tx tx, List<Part> parts, Predicate<UUID> except) {
        Map<UUID, List<Counted>> counted = new HashMap<>();
        if (parts.isEmpty()) return counted;
        UUID[] customers = Column.uuids(parts, Part::customerId);
        for (Row row : tx.rows(
                WITHIN,
                customers,
                Column.instants(parts, part -> part.span().after()),
                Column.instants(parts, part -> part.span().until()),
                Column.instants(parts, Part::countsFrom))) {
            if (except.test(row.getUUID("receipt_id"))) continue;
            counted.computeIfAbsent(row.getUUID("customer_id"), id -> new ArrayList<>())
                    .add(new Counted(row.getOffsetDateTime("occurred_at").toInstant(), row.getLong("amount")));
        }
        return counted;
    }
}
