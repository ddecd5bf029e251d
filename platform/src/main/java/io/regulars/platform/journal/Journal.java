package io.regulars.platform.journal;

import io.regulars.events.Types;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.health.Standing;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service said, in the order it committed: gapless per shard, append-only, the truth its topic repeats. */
@ApplicationScoped
public class Journal {

    /** The class of advisory locks that stand for journal shards. */
    static final int LOCK_CLASS = 0x4a524e4c;

    // Taken last and in ascending order; held for one insert and the commit, and let go after the commit is visible.
    private static final String LOCK = """
            select pg_advisory_xact_lock(%d, shard)
            from (select distinct unnest($1::int[]) as shard order by 1 offset 0) ascending
            """.formatted(LOCK_CLASS);

    // A statement of its own: its snapshot is taken once the locks are held, so max(seq) is the last one committed.
    // It is looked up for each shard; left to itself, the database looks it up for each fact.
    private static final String APPEND = """
            with said as (
                select *, row_number() over (partition by shard order by ordinal) as step
                from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::timestamptz[],
                            $7::timestamptz[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::bytea[])
                     with ordinality as t (shard, event_id, type, subject, customer_id, occurred_at, recorded_at,
                                           causation_id, correlation_id, reply_to, traceparent, body, ordinal)),
            last as materialized (
                select s.shard, coalesce((select max(seq) from journal j where j.shard = s.shard), 0) as seq
                from (select distinct shard from said) s)
            insert into journal (shard, seq, event_id, type, subject, customer_id, occurred_at, recorded_at,
                                 causation_id, correlation_id, reply_to, traceparent, body)
            select said.shard, last.seq + said.step, event_id, type, subject, customer_id, occurred_at, recorded_at,
                   causation_id, correlation_id, reply_to, traceparent, body
            from said join last using (shard)
            where journal_must_be_verified()
            order by said.shard, said.step
            returning shard, seq
            """;

    private final int partitions;
    private final Appended appended;
    private final Standing standing;

    Journal(@ConfigProperty(name = "regulars.partitions") int partitions, Appended appended, Standing standing) {
        this.partitions = partitions;
        this.appended = appended;
        this.standing = standing;
    }

    /** Appends what was said as the last act of a transaction; hands out, once asked, the new end of each shard. */
    public Ends append(Tx tx, Facts facts) {
        List<Fact> said = facts.said();
        if (said.isEmpty()) return Map::of;
        standing.refuseInRecovery();
        Integer[] shards = Column.ints(said, fact -> Shards.of(fact.event().subject(), partitions));
        tx.send(LOCK, (Object) shards);
        Tx.Answer inserted = tx.ask(
                APPEND,
                shards,
                Column.uuids(said, Fact::eventId),
                Column.texts(said, fact -> Types.nameOf(fact.event())),
                Column.uuids(said, fact -> fact.event().subject()),
                Column.uuids(said, Fact::customerId),
                Column.instants(said, fact -> fact.event().occurredAt()),
                Column.instants(said, Fact::recordedAt),
                Column.uuids(said, fact -> fact.cause().eventId()),
                Column.uuids(said, fact -> fact.cause().correlationId()),
                Column.texts(said, fact -> fact.cause().replyTo()),
                Column.texts(said, fact -> fact.cause().traceparent()),
                Column.bytes(said, fact -> Json.bytes(fact.event())));
        tx.afterCommit(appended::announce);
        return () -> ends(inserted.rows());
    }

    private static Map<Integer, Long> ends(RowSet<Row> rows) {
        Map<Integer, Long> ends = new TreeMap<>();
        for (Row row : rows) ends.merge(row.getInteger("shard"), row.getLong("seq"), Math::max);
        return ends;
    }

    /** The last seq of each shard written to. */
    @FunctionalInterface
    public interface Ends {
        Map<Integer, Long> byShard();
    }
}
