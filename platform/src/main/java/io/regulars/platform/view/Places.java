package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The positions of views, moved by compare-and-set in the transaction of the effects they stand for. */
@ApplicationScoped
public class Places {

    private static final String LOAD = """
            select partition, topic_id, next_offset, leader_epoch, last_seq, incarnation
            from view_position where view = $1 and topic = $2 and partition = $3
            """;
    private static final String ENTER = """
            insert into view_position (view, topic, partition, topic_id, next_offset, last_seq)
            values ($1, $2, $3, $4, 0, 0)
            on conflict do nothing
            """;
    private static final String MOVE = """
            update view_position p
            set topic_id = n.topic_id, next_offset = n.next_offset, leader_epoch = n.leader_epoch,
                last_seq = n.last_seq, incarnation = n.incarnation
            from unnest($2::text[], $3::int[], $4::text[], $5::bigint[], $6::int[], $7::bigint[], $8::uuid[],
                        $9::bigint[], $10::bigint[])
                 as n (topic, partition, topic_id, next_offset, leader_epoch, last_seq, incarnation,
                       from_offset, from_seq)
            where p.view = $1 and p.topic = n.topic and p.partition = n.partition
              and p.next_offset = n.from_offset and p.last_seq = n.from_seq
            returning exists (select from parked where parked.view = $1) as parked
            """;

    private final Database database;

    Places(Database database) {
        this.database = database;
    }

    /** A move of one partition: from where we believe it stands to where the batch ends. */
    record Move(Place from, Place to) {}

    Map<TopicPartition, Place> load(String view, Map<TopicPartition, String> topicIds) {
        return database.inTransaction(tx -> {
            Map<TopicPartition, Place> places = new HashMap<>();
            topicIds.forEach((partition, id) -> places.put(partition, load(tx, view, partition, id)));
            return places;
        });
    }

    private static Place load(Tx tx, String view, TopicPartition partition, String topicId) {
        tx.send(ENTER, view, partition.topic(), partition.partition(), topicId);
        Row row = tx.rows(LOAD, view, partition.topic(), partition.partition())
                .iterator()
                .next();
        return new Place(
                Topic.named(partition.topic()),
                partition.partition(),
                row.getString("topic_id"),
                row.getLong("next_offset"),
                row.getInteger("leader_epoch"),
                row.getLong("last_seq"),
                row.getUUID("incarnation"));
    }

    /**
     * Moves all partitions of a batch, or none.
     *
     * @return whether the view has parked records to look out for
     */
    boolean move(Tx tx, String view, List<Move> moves) {
        var moved = tx.rows(
                MOVE,
                view,
                Column.texts(moves, move -> move.to().topic().topicName()),
                Column.ints(moves, move -> move.to().partition()),
                Column.texts(moves, move -> move.to().topicId()),
                Column.longs(moves, move -> move.to().nextOffset()),
                moves.stream().map(move -> move.to().leaderEpoch()).toArray(Integer[]::new),
                Column.longs(moves, move -> move.to().lastSeq()),
                Column.uuids(moves, move -> move.to().incarnation()),
                Column.longs(moves, move -> move.from().nextOffset()),
                Column.longs(moves, move -> move.from().lastSeq()));
        if (moved.rowCount() != moves.size()) throw new Lost("another worker of view " + view + " has moved on");
        return moves.isEmpty() || moved.iterator().next().getBoolean("parked");
    }

    /** Where we believe to stand is not where the view stands: a partition is no longer ours, or we woke up late. */
    static final class Lost extends RuntimeException {
        Lost(String why) {
            super(why, null, false, false);
        }
    }
}
