package io.regulars.loyalty.membership;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.adjustment.Desk;
import io.regulars.loyalty.programme.ForgetProgrammes;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who opts in needs one connection at a time; with two, many at once would hold all and wait for one more each. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ManyOptInsTest {

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    @Inject
    Database database;

    @Inject
    ForgetProgrammes forgetProgrammes;

    private final ExecutorService elsewhere = Executors.newCachedThreadPool();
    private final CountDownLatch enough = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        enough.countDown();
        elsewhere.shutdown();
    }

    @Test
    void many_opt_in_at_once_where_a_single_connection_is_left() {
        hold(connections - 1);
        // What programmes there are is known for a second; whoever does not know it asks, by a connection.
        forgetProgrammes.now();
        List<CompletableFuture<Integer>> asked = Stream.generate(() -> supplyAsync(ManyOptInsTest::optsIn, elsewhere))
                .limit(8)
                .toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> asked.stream().allMatch(CompletableFuture::isDone));
        assertEquals(
                Collections.nCopies(8, 200),
                asked.stream().map(CompletableFuture::join).toList());
    }

    private void hold(int some) {
        List<CountDownLatch> held = new ArrayList<>();
        for (int i = 0; i < some; i++) {
            CountDownLatch holding = new CountDownLatch(1);
            held.add(holding);
            elsewhere.execute(() -> database.read(tx -> {
                holding.countDown();
                return waited();
            }));
        }
        await().until(() -> held.stream().allMatch(each -> each.getCount() == 0));
    }

    private boolean waited() {
        try {
            enough.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int optsIn() {
        Map<String, Object> consent = Map.of("text", "I join the club.", "version", "1", "channel", "store");
        return Desk.posts(Desk.BEN, "/v1/members", Map.of("customerId", UUID.randomUUID(), "consent", consent))
                .statusCode();
    }
}
