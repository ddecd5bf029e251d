package io.regulars.platform.trimming;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is old goes by itself, here with the answers to commands; the tests' platform looks five times a second. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RemoveOutlivedTest {

    private static final String ANSWERED = """
            insert into idempotency (credential, key, request_hash, created_at)
            select $1, 'k' || n, '', clock_timestamp() - make_interval(secs => $2)
            from generate_series(1, $3::int) as n
            """;
    private static final String LEFT = "select count(*) from idempotency where credential = $1";
    private static final String HOLD = "select from idempotency where credential = $1 and key = 'k7' for update";
    private static final String AGE =
            "update idempotency set created_at = created_at - interval '36 days' where credential = $1";
    private static final double DAY = 86_400;

    @Inject
    Database database;

    private final String fresh = UUID.randomUUID().toString();
    private final String old = UUID.randomUUID().toString();

    @Test
    void what_is_older_than_it_is_kept_goes_and_what_is_younger_stays() {
        answered(fresh, 34.9, 3);
        answered(old, 35.1, 1_203);

        await().atMost(Duration.ofSeconds(10)).until(() -> left(old) == 0);

        assertEquals(3, left(fresh));
    }

    @Test
    void what_somebody_holds_is_passed_over_and_goes_later() {
        answered(old, 0, 100);
        database.inTransaction(holding -> {
            holding.rows(HOLD, old);
            database.read(sql -> sql.count(AGE + " and key <> 'k7'", old));
            await().atMost(Duration.ofSeconds(10)).until(() -> left(old) == 1);
            return holding.count(AGE, old);
        });

        await().atMost(Duration.ofSeconds(10)).until(() -> left(old) == 0);
    }

    private void answered(String credential, double daysAgo, int times) {
        database.inTransaction(tx -> tx.count(ANSWERED, credential, daysAgo * DAY, times));
    }

    private long left(String credential) {
        return database.read(sql -> sql.rows(LEFT, credential).iterator().next().getLong(0));
    }
}
