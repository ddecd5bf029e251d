package io.regulars.platform.relay;

import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who sends which shard: leases of five seconds by the database's clock, shared out evenly between the living. */
@ApplicationScoped
public class Leases {

    private static final String ALIVE = """
            insert into relay_instance (owner, expires_at) values ($1, clock_timestamp() + interval '5 seconds')
            on conflict (owner) do update set expires_at = excluded.expires_at
            """;
    private static final String BURY =
            "delete from relay_instance where expires_at < clock_timestamp() - interval '1 minute'";
    private static final String LIVING = "select count(*) from relay_instance where expires_at > clock_timestamp()";
    private static final String RENEW = """
            update relay_lease set expires_at = clock_timestamp() + interval '5 seconds'
            where owner = $1 and expires_at > clock_timestamp()
              and shard in (select shard from relay_lease where owner = $1 order by shard limit $2)
            """;
    private static final String RELEASE = """
            update relay_lease set expires_at = clock_timestamp()
            where owner = $1 and expires_at > clock_timestamp()
              and shard not in (select shard from relay_lease where owner = $1 order by shard limit $2)
            """;
    private static final String TAKE = """
            insert into relay_lease (shard, owner, epoch, expires_at)
            select s.shard, $1, 1, clock_timestamp() + interval '5 seconds'
            from generate_series(0, $2::int - 1) as s (shard)
            where not exists (select from relay_lease l where l.shard = s.shard and l.expires_at > clock_timestamp())
            order by s.shard
            limit greatest(0, $3 - (select count(*) from relay_lease where owner = $1 and expires_at > clock_timestamp()))
            on conflict (shard) do update
                set owner = excluded.owner, epoch = relay_lease.epoch + 1, expires_at = excluded.expires_at
                where relay_lease.expires_at <= clock_timestamp()
            """;
    private static final String HELD = """
            select shard, epoch from relay_lease where owner = $1 and expires_at > clock_timestamp()
            """;
    private static final String LET_GO = "update relay_lease set expires_at = clock_timestamp() where owner = $1";
    private static final String DIE = "delete from relay_instance where owner = $1";

    private final Database database;
    private final int partitions;
    private volatile boolean alone;

    Leases(Database database, @ConfigProperty(name = "regulars.partitions") int partitions) {
        this.database = database;
        this.partitions = partitions;
    }

    /** Renews what this owner holds, gives back what is more than its share, takes what is free: shard → epoch. */
    public Map<Integer, Long> renew(UUID owner) {
        return database.inTransaction(tx -> {
            tx.send(ALIVE, owner);
            tx.send(BURY);
            long living = tx.rows(LIVING).iterator().next().getLong(0);
            alone = living == 1;
            long share = (partitions + living - 1) / living;
            tx.send(RENEW, owner, share);
            tx.send(RELEASE, owner, share);
            tx.send(TAKE, owner, partitions, share);
            return held(tx, owner);
        });
    }

    /** Whether this owner was the only one alive when it last renewed. */
    public boolean alone() {
        return alone;
    }

    /** Locks as {@link #renew} does, its own row first: one that was given up may still be under way. */
    public void letGo(UUID owner) {
        database.inTransaction(tx -> tx.count(DIE, owner) + tx.count(LET_GO, owner));
    }

    private static Map<Integer, Long> held(Tx tx, UUID owner) {
        Map<Integer, Long> held = new TreeMap<>();
        for (Row row : tx.rows(HELD, owner)) held.put(row.getInteger("shard"), row.getLong("epoch"));
        return held;
    }
}
