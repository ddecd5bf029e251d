package io.regulars.crm.receipt;

import io.regulars.crm.receipt.ReceiptBook.OtherContent;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Receipts that came again with other content. The first stands; each other content is kept once, as posted. */
@ApplicationScoped
class ReceiptConflicts {

    private static final String ADD = """
            insert into receipt_conflict as c (conflict_id, receipt_id, content_hash, posted, times, recorded_at)
            select conflict_id, receipt_id, content_hash, posted::jsonb, times, recorded_at
            from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[], $5::int[], $6::timestamptz[])
                 as n (conflict_id, receipt_id, content_hash, posted, times, recorded_at)
            order by receipt_id, content_hash
            on conflict (receipt_id, content_hash) do update set times = c.times + excluded.times
            """;

    void add(Tx tx, Collection<OtherContent> conflicts) {
        if (conflicts.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(conflicts, conflict -> conflict.first.eventId()),
                Column.uuids(conflicts, conflict -> conflict.first.receiptId()),
                Column.bytes(conflicts, conflict -> conflict.content),
                Column.texts(conflicts, conflict -> new String(Json.bytes(conflict.posted), StandardCharsets.UTF_8)),
                Column.ints(conflicts, conflict -> conflict.times),
                Column.instants(conflicts, conflict -> conflict.first.recordedAt()));
    }
}
