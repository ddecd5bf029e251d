package io.regulars.crm.receipt;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.trimming.Keeping;
import io.regulars.platform.trimming.Outlived;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The records by which receipts came again. A record that is read twice, as after a restore, is none of them. */
@ApplicationScoped
class Echoes implements Outlived {

    private static final String HEARD = "select event_id from receipt_echo where event_id = any($1::uuid[])";
    private static final String ADD = """
            insert into receipt_echo (event_id, receipt_id, recorded_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
            """;

    private static final String REMOVE = """
            delete from receipt_echo where event_id in (
                select event_id from receipt_echo where recorded_at < $1
                order by recorded_at limit $2 for update skip locked)
            """;

    private final ReceiptKeeping keeping;

    Echoes(ReceiptKeeping keeping) {
        this.keeping = keeping;
    }

    Set<UUID> heardAmong(Tx tx, Collection<UUID> eventIds) {
        if (eventIds.isEmpty()) return Set.of();
        Set<UUID> heard = new HashSet<>();
        for (Row row : tx.rows(HEARD, (Object) Column.uuids(eventIds))) heard.add(row.getUUID(0));
        return heard;
    }

    void add(Tx tx, List<ReceiptBook.Echo> echoes) {
        if (echoes.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(echoes, ReceiptBook.Echo::eventId),
                Column.uuids(echoes, ReceiptBook.Echo::receiptId),
                Column.instants(echoes, ReceiptBook.Echo::recordedAt));
    }

    @Override
    public String what() {
        return "records by which receipts came again";
    }

    @Override
    public int remove(Tx tx, Instant now, int most) {
        return tx.count(REMOVE, Column.at(Keeping.before(now, keeping.echoes())), most);
    }
}
