package io.regulars.platform.relay;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Up to where each shard is known to be on its topic. Written after the acknowledgements: never more than the truth. */
@ApplicationScoped
public class Floors {

    private static final String KNOWN = """
            select shard, topic_id, incarnation, next_offset, seq from relay_position where shard = any($1)
            """;
    private static final String RAISE = """
            insert into relay_position (shard, topic_id, incarnation, next_offset, seq)
            select f.shard, $1, $2, f.next_offset, f.seq
            from unnest($3::int[], $4::bigint[], $5::bigint[], $6::bigint[]) as f (shard, epoch, next_offset, seq)
            join relay_lease l on l.shard = f.shard and l.owner = $7 and l.epoch = f.epoch
            order by f.shard
            on conflict (shard) do update
                set topic_id = excluded.topic_id, incarnation = excluded.incarnation,
                    next_offset = excluded.next_offset, seq = excluded.seq
            """;

    private final Database database;

    Floors(Database database) {
        this.database = database;
    }

    /** {@code seq} and everything before it lies on the topic below {@code nextOffset}. */
    record Floor(String topicId, UUID incarnation, long nextOffset, long seq) {}

    Map<Integer, Floor> of(Collection<Integer> shards) {
        return database.read(sql -> {
            Map<Integer, Floor> floors = new HashMap<>();
            for (Row row : sql.rows(KNOWN, (Object) shards.toArray(Integer[]::new))) {
                floors.put(
                        row.getInteger("shard"),
                        new Floor(
                                row.getString("topic_id"),
                                row.getUUID("incarnation"),
                                row.getLong("next_offset"),
                                row.getLong("seq")));
            }
            return floors;
        });
    }

    /** Only the holder of the lease may write; a woken former one touches no row. */
    void raise(UUID owner, String topicId, UUID incarnation, Collection<Lane> lanes) {
        database.inTransaction(tx -> tx.count(
                RAISE,
                topicId,
                incarnation,
                Column.ints(lanes, Lane::shard),
                Column.longs(lanes, Lane::epoch),
                Column.longs(lanes, Lane::nextOffset),
                Column.longs(lanes, Lane::seq),
                owner));
    }
}
