package io.regulars.platform.testing;

import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.platform.database.Database;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.JournalRow;
import io.regulars.platform.journal.Shards;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Says facts through the service's own journal, as its transactions do. */
@Singleton
public class Narrator {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Database database;
    private final Journal journal;
    private final JournalReader reader;

    Narrator(Database database, Journal journal, JournalReader reader) {
        this.database = database;
        this.journal = journal;
        this.reader = reader;
    }

    /** So many facts about as many customers, wherever they belong, in one transaction. */
    public void say(int count) {
        say(IntStream.range(0, count).mapToObj(each -> UUID.randomUUID()).toList());
    }

    /** So many facts on one shard, in one transaction; hands out what the journal made of them. */
    public List<JournalRow> sayOn(int shard, int count) {
        long before = ends().get(shard);
        say(IntStream.range(0, count).mapToObj(each -> someoneOn(shard)).toList());
        return after(shard, before);
    }

    public void say(List<UUID> customers) {
        Facts facts = new Facts(NOON);
        for (UUID customer : customers) facts.say(fact(customer), Cause.command(UUID.randomUUID(), NOON));
        database.inTransaction(tx -> journal.append(tx, facts));
    }

    public static CustomerIdentified fact(UUID customer) {
        return new CustomerIdentified(customer, List.of(), NOON);
    }

    /** The facts of a shard after a seq. */
    public List<JournalRow> after(int shard, long seq) {
        return reader.after(Map.of(shard, seq), 100_000);
    }

    /** Shard → last seq. */
    public Map<Integer, Long> ends() {
        return reader.ends(IntStream.range(0, SuiteResource.PARTITIONS).boxed().toList());
    }

    public static UUID someoneOn(int shard) {
        while (true) {
            UUID someone = UUID.randomUUID();
            if (Shards.of(someone, SuiteResource.PARTITIONS) == shard) return someone;
        }
    }
}
