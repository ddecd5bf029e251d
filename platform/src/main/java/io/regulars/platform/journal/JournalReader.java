package io.regulars.platform.journal;

import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.marks.Marks;
import io.regulars.platform.marks.Marks.Mark;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the journal forward: for the relay, and for readers that missed something. */
@ApplicationScoped
public class JournalReader {

    private static final String AFTER = """
            select j.* from unnest($1::int[], $2::bigint[]) as lane (shard, seq)
            cross join lateral (
                select * from journal
                where journal.shard = lane.shard and journal.seq > lane.seq
                order by journal.seq limit $3) j
            """;
    private static final String ENDS = """
            select shard, coalesce((select max(seq) from journal j where j.shard = s.shard), 0) as seq
            from unnest($1::int[]) as s (shard)
            """;
    private static final String DIFFERENT = """
            select min(told.seq) from unnest($2::bigint[], $3::uuid[]) as told (seq, event_id)
            join journal j on j.shard = $1 and j.seq = told.seq
            where j.event_id <> told.event_id
            """;
    private static final String INCARNATION = "select incarnation from journal_incarnation";

    private final Database database;
    private final String source;
    private final String service;
    private final int partitions;
    private volatile UUID incarnation;

    JournalReader(
            Database database,
            @ConfigProperty(name = "regulars.service") String service,
            @ConfigProperty(name = "regulars.partitions") int partitions) {
        this.database = database;
        this.service = service;
        this.partitions = partitions;
        this.source = "/regulars/" + service;
    }

    /** The facts after each shard's seq, in order per shard, at most {@code limit} of each. */
    public List<JournalRow> after(Map<Integer, Long> lanes, int limit) {
        UUID history = incarnation();
        Integer[] shards = lanes.keySet().toArray(Integer[]::new);
        Long[] seqs = lanes.values().toArray(Long[]::new);
        return database.read(sql -> {
            List<JournalRow> rows = new ArrayList<>();
            for (Row row : sql.rows(AFTER, shards, seqs, limit)) rows.add(JournalRow.of(row, source, history));
            return rows;
        });
    }

    /** The last seq of each shard, 0 for an empty one. */
    public Map<Integer, Long> ends(Collection<Integer> shards) {
        return database.read(sql -> {
            Map<Integer, Long> ends = new HashMap<>();
            for (Row row : sql.rows(ENDS, (Object) shards.toArray(Integer[]::new))) {
                ends.put(row.getInteger("shard"), row.getLong("seq"));
            }
            return ends;
        });
    }

    /** How far this service's own journal has come on the topic that repeats it; nothing where there is none. */
    public Marks marks() {
        Optional<Topic> own = Arrays.stream(Topic.values())
                .filter(topic -> service.equals(topic.speaker()))
                .findFirst();
        if (own.isEmpty()) return new Marks(List.of());
        return Marks.of(ends(IntStream.range(0, partitions).boxed().toList()).entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .map(end -> new Mark(own.get(), end.getKey(), end.getValue()))
                .toList());
    }

    /** The first of these facts of a shard (seq → event id) under whose number the journal has another one, or null. */
    public Long firstDifferent(int shard, Map<Long, UUID> told) {
        Long[] seqs = told.keySet().toArray(Long[]::new);
        UUID[] ids = told.values().toArray(UUID[]::new);
        return database.read(
                sql -> sql.rows(DIFFERENT, shard, seqs, ids).iterator().next().getLong(0));
    }

    /** This database's own name for its history. */
    public UUID incarnation() {
        UUID known = incarnation;
        if (known == null) {
            known = database.read(sql -> sql.rows(INCARNATION).iterator().next().getUUID(0));
            incarnation = known;
        }
        return known;
    }
}
