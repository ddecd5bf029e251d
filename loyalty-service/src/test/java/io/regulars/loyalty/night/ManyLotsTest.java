package io.regulars.loyalty.night;

import static io.regulars.loyalty.night.NightClub.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Very many lots end in one night, of a member each: {@code -Dregulars.many-lots=1000000} for all of them. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ManyLotsTest {

    private static final Logger LOG = Logger.getLogger(ManyLotsTest.class);
    private static final int LOTS = Integer.getInteger("regulars.many-lots", 3_000);
    private static final Instant BUYING = at("2026-03-12T00:06");
    private static final String CUSTOMER = "md5('many' || i)::uuid";
    private static final List<String> CROWD =
            List.of("insert into customer select %s from generate_series($1::int, $2::int) i", """
            insert into membership (customer_id, programme, enrolled_at, counts_from, tier, spend, spend_as_of, transfers)
            select %s, 'many', '2026-03-01', '2026-03-01', 'low', 0, '2026-03-01', 1
            from generate_series($1::int, $2::int) i""", """
            insert into wallet (customer_id, programme, wallet, active, pending, held, debt, due_at)
            select %s, 'many', 'points', 10, 0, 0, 0, '2026-03-11 23:00Z' from generate_series($1::int, $2::int) i""", """
            insert into transfer (customer_id, programme, wallet, number, amount, balance, at, caused_by, debit, credit, reason)
            select %s, 'many', 'points', 1, 10, 10, '2026-03-01', gen_random_uuid(), 'issued', 'active', 'earned'
            from generate_series($1::int, $2::int) i""", """
            insert into lot (customer_id, programme, wallet, number, points, remaining, earned_at, starts_at, expires_at, state)
            select %s, 'many', 'points', 1, 10, 10, '2026-03-01', '2026-03-01', '2026-03-11 23:00Z', 'active'
            from generate_series($1::int, $2::int) i""");

    private final Rulebook rules = EndingPoints.of("many");

    @Inject
    NightClub club;

    @Inject
    Database database;

    @Test
    void all_of_them_end_in_time_and_purchases_are_not_held_up() {
        for (int first = 1; first <= LOTS; first += 100_000) crowd(first, Math.min(LOTS, first + 99_999));
        database.read(tx -> tx.count("analyze customer, membership, wallet, transfer, lot"));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<List<Long>> buying = CompletableFuture.supplyAsync(() -> buy(over));
        Map<String, Duration> before = cpu();
        long began = System.nanoTime();
        assertTrue(club.night(rules, "2026-03-12T00:05"));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Map<String, Duration> cpu = cpu();
        cpu.replaceAll((kind, spent) -> spent.minus(before.getOrDefault(kind, Duration.ZERO)));
        over.set(true);
        List<Long> waited = buying.join();
        Collections.sort(waited);
        LOG.infof(
                "%d lots in %s with %s of CPU, %s; %d purchases meanwhile, in ms: median %d, 99 %% %d, most %d",
                LOTS,
                took,
                cpu.values().stream().reduce(Duration.ZERO, Duration::plus),
                cpu,
                waited.size(),
                waited.get(waited.size() / 2),
                waited.get(waited.size() * 99 / 100),
                waited.get(waited.size() - 1));
        assertEquals(
                LOTS,
                club.number(
                        "select count(*) from transfer where programme = 'many' and reason = 'expired' and number = 2"));
        assertTrue(took.compareTo(Duration.ofMinutes(3)) <= 0, took::toString);
        assertTrue(waited.get(waited.size() * 99 / 100) < 1_000, "purchases waited, in ms: " + waited);
    }

    private void crowd(int first, int last) {
        database.inTransaction(tx -> {
            for (String rows : CROWD) tx.send(rows.formatted(CUSTOMER), first, last);
            return null;
        });
    }

    /** Purchases of anybody, about twenty a second. */
    private List<Long> buy(AtomicBoolean over) {
        Random random = new Random(1);
        List<Long> waited = new ArrayList<>();
        while (!over.get() || waited.isEmpty()) {
            UUID customer = customer(1 + random.nextInt(LOTS));
            long began = System.nanoTime();
            club.happens(rules, customer, BUYING, member -> NightClub.earns(rules, member, BUYING, 5));
            waited.add((System.nanoTime() - began) / 1_000_000);
            LockSupport.parkNanos(50_000_000);
        }
        return waited;
    }

    private UUID customer(int number) {
        String asked = "select " + CUSTOMER + " as customer_id from (select $1::int as i) one";
        return database.read(tx -> tx.rows(asked, number).iterator().next().getUUID(0));
    }

    /** What this process and the servers it started took, each kind by itself. */
    private static Map<String, Duration> cpu() {
        Map<String, Duration> cpu = new TreeMap<>();
        cpu.put("service", spent(ProcessHandle.current()));
        ProcessHandle.current().descendants().forEach(each -> {
            boolean postgres = each.info().command().orElse("").endsWith("postgres");
            cpu.merge(postgres ? "PostgreSQL" : "Kafka", spent(each), Duration::plus);
        });
        return cpu;
    }

    private static Duration spent(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
