package io.regulars.platform.testing;

import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.wire.Envelope;
import java.util.UUID;

/** Facts as they were never said: from another database, or under another number. */
public final class Forgery {

    private Forgery() {}

    /** The same fact, told by another database. */
    public static JournalRow toldBy(UUID database, JournalRow row) {
        return of(row, row.envelope().eventId(), row.seq(), database);
    }

    /** Another fact under that number. */
    public static JournalRow numbered(long seq, JournalRow row) {
        return of(row, UUID.randomUUID(), seq, row.envelope().incarnation());
    }

    private static JournalRow of(JournalRow row, UUID eventId, long seq, UUID database) {
        Envelope told = row.envelope();
        Envelope forged = new Envelope(
                eventId,
                told.type(),
                told.source(),
                told.subject(),
                told.occurredAt(),
                told.recordedAt(),
                seq,
                database,
                told.causationId(),
                told.correlationId(),
                told.replyTo(),
                told.traceparent());
        return new JournalRow(row.shard(), forged, row.body());
    }
}
