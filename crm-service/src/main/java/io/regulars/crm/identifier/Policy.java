package io.regulars.crm.identifier;

import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** How identifiers are read at the moment. A change holds at once where it was made, elsewhere two seconds later. */
@ApplicationScoped
public class Policy {

    private static final long GOOD_FOR = Duration.ofSeconds(2).toNanos();

    private static final String VERSION = "select version from identity_version";
    private static final String NEXT_VERSION = "update identity_version set version = version + 1";
    private static final String REGIONS = "select store, region from store where region is not null";
    private static final String BLOCKED = "select type, value from blocked_value";

    private final IdentitySettings settings;
    private final AtomicLong changes = new AtomicLong();
    private volatile Known known;

    Policy(IdentitySettings settings) {
        this.settings = settings;
    }

    private record Known(long version, Mentions mentions, long lookedAt) {}

    public Mentions mentions(Tx tx) {
        Known last = known;
        long changesSeen = changes.get();
        long now = System.nanoTime();
        if (last != null && now - last.lookedAt() < GOOD_FOR) return last.mentions();
        long version = tx.rows(VERSION).iterator().next().getLong(0);
        Mentions mentions = last != null && last.version() == version ? last.mentions() : read(tx);
        if (changes.get() == changesSeen) known = new Known(version, mentions, now);
        return mentions;
    }

    public IdentitySettings settings() {
        return settings;
    }

    /** To be said in the transaction that changes a store or a blocked value. */
    public void changes(Tx tx) {
        tx.send(NEXT_VERSION);
        tx.afterCommit(() -> {
            changes.incrementAndGet();
            known = null;
        });
    }

    private Mentions read(Tx tx) {
        Tx.Answer stores = tx.ask(REGIONS);
        Tx.Answer values = tx.ask(BLOCKED);
        Map<String, String> regions = new HashMap<>();
        for (Row row : stores.rows()) regions.put(row.getString(0), row.getString(1));
        Set<Identifier> blocked = new HashSet<>();
        for (Row row : values.rows())
            blocked.add(new Identifier(Identifier.Type.named(row.getString(0)), row.getString(1)));
        return new Mentions(settings, regions, blocked);
    }
}
