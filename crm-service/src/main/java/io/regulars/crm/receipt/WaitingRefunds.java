package io.regulars.crm.receipt;

import io.regulars.events.Refund;
import io.regulars.events.Voiding;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Race;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Refunds and voids that came before the purchase they undo. */
@ApplicationScoped
class WaitingRefunds {

    private static final String WAITING = """
            select refund_id, original_id, refund, event_id, correlation_id, reply_to, traceparent, recorded_at, voiding
            from waiting_refund where original_id = any($1::uuid[])
            order by recorded_at, refund_id
            """;
    private static final String ADD = """
            insert into waiting_refund (refund_id, original_id, refund, event_id, correlation_id, reply_to,
                                        traceparent, recorded_at, voiding)
            select * from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
                                 $8::timestamptz[], $9::bytea[])
            """;
    private static final String REMOVE = "delete from waiting_refund where original_id = any($1::uuid[])";

    List<WaitingRefund> waitingFor(Tx tx, List<UUID> awaited) {
        if (awaited.isEmpty()) return List.of();
        List<WaitingRefund> waiting = new ArrayList<>();
        for (Row row : tx.rows(WAITING, (Object) Column.uuids(awaited))) waiting.add(waitingRefund(row));
        return waiting;
    }

    /** All refunds of an arrived purchase go at once: one that is there and was not seen came in between. */
    Runnable store(Tx tx, Queue queue) {
        List<WaitingRefund> added = queue.toAdd();
        List<WaitingRefund> gone = queue.toRemove();
        if (!added.isEmpty()) add(tx, added);
        if (gone.isEmpty()) return () -> {};
        Set<UUID> arrived = gone.stream().map(WaitingRefund::originalId).collect(Collectors.toSet());
        Tx.Answer removing = tx.ask(REMOVE, (Object) Column.uuids(arrived));
        return () -> {
            if (removing.rows().rowCount() != gone.size()) throw new Race("a refund came while its purchase did");
        };
    }

    private static void add(Tx tx, List<WaitingRefund> added) {
        tx.send(
                ADD,
                Column.uuids(added, WaitingRefund::refundId),
                Column.uuids(added, WaitingRefund::originalId),
                Column.bytes(added, refund -> bytes(refund.refund())),
                Column.uuids(added, refund -> refund.cause().eventId()),
                Column.uuids(added, refund -> refund.cause().correlationId()),
                Column.texts(added, refund -> refund.cause().replyTo()),
                Column.texts(added, refund -> refund.cause().traceparent()),
                Column.instants(added, refund -> refund.cause().recordedAt()),
                Column.bytes(added, refund -> bytes(refund.voiding())));
    }

    private static byte[] bytes(Record posted) {
        return posted == null ? null : Json.bytes(posted);
    }

    private static <T> T read(Buffer posted, Class<T> kind) {
        return posted == null ? null : Json.read(posted.getBytes(), kind);
    }

    private static WaitingRefund waitingRefund(Row row) {
        Cause cause = new Cause(
                row.getUUID(3),
                row.getUUID(4),
                row.getString(5),
                row.getString(6),
                row.getOffsetDateTime(7).toInstant());
        Refund refund = read(row.getBuffer(2), Refund.class);
        Voiding voiding = read(row.getBuffer(8), Voiding.class);
        return new WaitingRefund(row.getUUID(0), row.getUUID(1), refund, voiding, cause);
    }
}
