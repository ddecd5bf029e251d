package io.regulars.platform.journal;

import io.regulars.platform.wire.Envelope;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One fact as it lies in the journal, with the envelope it travels in. */
public record JournalRow(int shard, Envelope envelope, byte[] body) {

    static JournalRow of(Row row, String source, UUID incarnation) {
        Envelope envelope = new Envelope(
                row.getUUID("event_id"),
                row.getString("type"),
                source,
                row.getUUID("subject"),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                row.getLong("seq"),
                incarnation,
                row.getUUID("causation_id"),
                row.getUUID("correlation_id"),
                row.getString("reply_to"),
                row.getString("traceparent"));
        return new JournalRow(
                row.getInteger("shard"), envelope, row.getBuffer("body").getBytes());
    }

    public long seq() {
        return envelope.seq();
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time.toInstant();
    }
}
