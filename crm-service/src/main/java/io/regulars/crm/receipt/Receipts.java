package io.regulars.crm.receipt;

import io.regulars.crm.receipt.Receipt.Kind;
import io.regulars.crm.receipt.Receipt.Status;
import io.regulars.crm.receipt.ReceiptBook.Page;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Race;
import io.regulars.platform.database.Tx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Receipts by their id, which is their natural key. Read unlocked: what was decided on is checked when it is written. */
@ApplicationScoped
class Receipts {

    private static final String KNOWN = """
            select receipt_id, kind, status, event_id, content_hash, customer_id, identifier_ref, recorded_at, store,
                   side
            from receipt where receipt_id = any($1::uuid[])
            """;
    private static final String ADD = """
            insert into receipt (receipt_id, kind, status, event_id, content_hash, customer_id, identifier_ref,
                                 recorded_at, store, repeats, conflicts, side)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::bytea[], $6::uuid[], $7::uuid[],
                                 $8::timestamptz[], $9::text[], $10::int[], $11::int[], $12::uuid[])
            order by 1
            on conflict do nothing
            """;
    private static final String CHANGE = """
            update receipt r
            set status = n.status, event_id = n.event_id, content_hash = n.content_hash,
                customer_id = n.customer_id, identifier_ref = n.identifier_ref, recorded_at = n.recorded_at,
                store = n.store, side = n.side, repeats = r.repeats + n.repeats, conflicts = r.conflicts + n.conflicts
            from (select n.*
                  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::bytea[], $6::uuid[], $7::uuid[],
                              $8::timestamptz[], $9::text[], $10::int[], $11::int[], $12::uuid[], $13::text[])
                       as n (receipt_id, kind, status, event_id, content_hash, customer_id, identifier_ref,
                             recorded_at, store, repeats, conflicts, side, before)
                  join receipt held on held.receipt_id = n.receipt_id and held.status = n.before
                  order by n.receipt_id
                  for update of held) n
            where r.receipt_id = n.receipt_id
            """;

    Supplier<List<Receipt>> ask(Tx tx, Collection<UUID> ids) {
        if (ids.isEmpty()) return List::of;
        Tx.Answer known = tx.ask(KNOWN, (Object) Column.uuids(ids));
        return () -> {
            List<Receipt> receipts = new ArrayList<>();
            for (Row row : known.rows()) receipts.add(receipt(row));
            return receipts;
        };
    }

    /** Run what it answers before anything is said: it finds out whether somebody else was first. */
    Runnable store(Tx tx, ReceiptBook book) {
        List<Page> added = book.added();
        List<Page> changed = book.changed();
        Tx.Answer adding = added.isEmpty() ? null : tx.ask(ADD, columns(added).toArray());
        Tx.Answer changing = changed.isEmpty() ? null : tx.ask(CHANGE, withBefore(changed));
        return () -> {
            if (adding != null && adding.rows().rowCount() < added.size()) throw new Race("a receipt was new twice");
            if (changing != null && changing.rows().rowCount() < changed.size()) throw new Race("a receipt moved on");
        };
    }

    private static Object[] withBefore(List<Page> changed) {
        Object before = Column.texts(changed, page -> page.stored.status().wireName());
        return Stream.concat(columns(changed), Stream.of(before)).toArray();
    }

    private static Stream<Object> columns(List<Page> pages) {
        return Stream.of(
                Column.uuids(pages, page -> page.now.id()),
                Column.texts(pages, page -> page.now.kind().wireName()),
                Column.texts(pages, page -> page.now.status().wireName()),
                Column.uuids(pages, page -> page.now.eventId()),
                Column.bytes(pages, page -> page.now.content()),
                Column.uuids(pages, page -> page.now.customerId()),
                Column.uuids(pages, page -> page.now.identifierRef()),
                Column.instants(pages, page -> page.now.recordedAt()),
                Column.texts(pages, page -> page.now.store()),
                Column.ints(pages, page -> page.repeats),
                Column.ints(pages, page -> page.conflicts),
                Column.uuids(pages, page -> page.now.side()));
    }

    private static Receipt receipt(Row row) {
        Buffer content = row.getBuffer(4);
        return new Receipt(
                row.getUUID(0),
                Kind.named(row.getString(1)),
                Status.named(row.getString(2)),
                row.getUUID(3),
                content == null ? null : content.getBytes(),
                row.getUUID(5),
                row.getUUID(6),
                row.getOffsetDateTime(7).toInstant(),
                row.getString(8),
                row.getUUID(9));
    }
}
