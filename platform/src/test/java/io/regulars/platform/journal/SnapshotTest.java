package io.regulars.platform.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Somebody who looks at the database for a long time holds nobody up. {@code -Dregulars.snapshot.seconds=60} holds one
 * snapshot that long; the short form takes turns, so that a busy machine slows both sides alike.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class SnapshotTest {

    private static final Logger LOG = Logger.getLogger(SnapshotTest.class);
    private static final int WRITERS = 16;
    private static final long SECONDS = Long.getLong("regulars.snapshot.seconds", 5);
    private static final int TURNS = SECONDS > 10 ? 1 : 5;

    @Inject
    Narrator narrator;

    @Test
    void a_snapshot_held_under_load_keeps_four_fifths_of_the_rate() {
        Duration turn = Duration.ofMillis(SECONDS * 1_000 / TURNS);
        appendFor(Duration.ofMillis(500));
        long free = 0;
        long held = 0;
        for (int i = 0; i < TURNS; i++) {
            free += appendFor(turn);
            held += withASnapshot(() -> appendFor(turn));
        }
        String rates = "%d transactions/s with nobody looking, %d/s with a snapshot held (%.0f %%)"
                .formatted(free / SECONDS, held / SECONDS, 100.0 * held / free);
        LOG.info(rates);
        assertTrue(held >= 0.8 * free, rates);
    }

    private interface Load {
        long run();
    }

    private static long withASnapshot(Load load) {
        try (Connection reader = DatabaseOperator.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select count(*) from journal_incarnation");
            long transactions = load.run();
            reader.rollback();
            return transactions;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Transactions that {@value WRITERS} writers commit in that time. */
    private long appendFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        AtomicLong committed = new AtomicLong();
        CompletableFuture.allOf(IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(
                                () -> {
                                    while (System.nanoTime() < end) {
                                        narrator.say(1);
                                        committed.incrementAndGet();
                                    }
                                },
                                task -> new Thread(task, "writer").start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        return committed.get();
    }
}
