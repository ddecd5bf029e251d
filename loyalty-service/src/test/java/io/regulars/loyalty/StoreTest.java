package io.regulars.loyalty;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.RULES;
import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.Story.Step;
import io.regulars.loyalty.membership.EnrolMember;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.OptIn;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.tier.CountedDayStore;
import io.regulars.loyalty.tier.CountedDayStore.Part;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.Told;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same folds through a real database: what it hands out and keeps is what the paper store does. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class StoreTest {

    private static final OptIn AGREED = new OptIn("I join.", "1", "store", NOON, "test");
    private static final String BOOKS = """
        select w.active, w.debt,
               (select coalesce(sum(remaining), 0)::bigint from lot l where l.customer_id = w.customer_id) as lots,
               (select coalesce(sum(case when credit = 'active' then amount when debit = 'active' then -amount
                                    else 0 end), 0)::bigint from transfer t where t.customer_id = w.customer_id)
                   as moved
        from wallet w where w.customer_id = $1
        """;

    @Inject
    Database database;

    @Inject
    TouchpointEvents view;

    @Inject
    EnrolMember enrolMember;

    @Inject
    Memberships memberships;

    @Inject
    PointsLedger points;

    @Inject
    CountedDayStore days;

    @Test
    void stories_end_in_the_database_as_they_end_on_paper() {
        for (int seed = 0; seed < 60; seed++) {
            String[] family = {"ana" + seed, "bea" + seed};
            List<Step> steps = Story.of(new Random(seed), family).steps();
            PaperStore paper = new PaperStore(RULES);
            Story.tell(steps, 5, paper);
            tellStory(steps, 5);
            for (String name : family) {
                List<Stored> stored = database.inTransaction(tx -> memberships.of(tx, id(name)));
                assertEquals(paper.member(id(name)), stored.isEmpty() ? null : stored.get(0), "seed " + seed);
                if (stored.isEmpty()) continue;
                assertEquals(amounts(paper.wallets(id(name))), amounts(wallets(name)), "seed " + seed);
                assertEquals(paper.days(id(name)), days(name), "seed " + seed);
                assertBooksBalance(name);
            }
        }
    }

    @Test
    void a_purchase_and_its_refund_that_race_find_each_other() {
        enrol("racer", NOON);
        int receipts = 150;
        List<Told> purchases = new ArrayList<>();
        List<Told> refunds = new ArrayList<>();
        for (int i = 0; i < receipts; i++) {
            purchases.add(told(recorded("race" + i, "racer", purchase(NOON, false, line(1, "A", 500))), NOON));
            String named = i % 2 == 0 ? null : "somebody else";
            refunds.add(told(refunded("undo" + i, "race" + i, named, refund(NOON, back(1, "A", 200))), NOON));
        }
        CompletableFuture<Void> buying = CompletableFuture.runAsync(() -> tell(purchases, 3));
        CompletableFuture<Void> returning = CompletableFuture.runAsync(() -> tell(refunds, 4));
        CompletableFuture.allOf(buying, returning).join();
        Stored racer =
                database.inTransaction(tx -> memberships.of(tx, id("racer"))).get(0);
        assertEquals(receipts * 3L, wallets("racer").get(0).balance());
        assertEquals(receipts * 300L, racer.standing().value());
        assertBooksBalance("racer");
    }

    @Test
    void opting_in_while_receipts_come_in_overlooks_none() {
        for (int round = 0; round < 25; round++) {
            String name = "runner" + round;
            List<Told> receipts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                receipts.add(told(recorded(name + "-" + i, name, purchase(NOON, false, line(1, "A", 1000))), NOON));
            }
            CompletableFuture<Void> buying = CompletableFuture.runAsync(() -> tell(receipts, 2));
            CompletableFuture<Void> joining = CompletableFuture.runAsync(() -> enrol(name, NOON));
            CompletableFuture.allOf(buying, joining).join();
            assertEquals(120, wallets(name).get(0).active());
            assertBooksBalance(name);
        }
    }

    @Test
    void of_two_opt_ins_at_once_one_wins() {
        for (int round = 0; round < 20; round++) {
            String name = "twice" + round;
            long won = List.of(1, 2).stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> enrol(name, NOON)))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();
            assertEquals(1, won);
        }
    }

    private void tellStory(List<Step> steps, int size) {
        List<Told> batch = new ArrayList<>();
        for (Step step : steps) {
            if (step.heard() != null) batch.add(step.heard());
            if (step.heard() == null || batch.size() == size) {
                apply(batch);
                batch = new ArrayList<>();
            }
            if (step.enrols() != null) enrol(step.enrols(), step.enrolledAt(), step.recordedAt());
        }
        apply(batch);
    }

    private void tell(List<Told> facts, int size) {
        Club.batches(facts, size).forEach(this::apply);
    }

    private void apply(List<Told> batch) {
        if (batch.isEmpty()) return;
        database.untilDone(tx -> {
            view.apply(tx, batch);
            return null;
        });
    }

    private boolean enrol(String name, Instant at) {
        return enrol(name, at, at);
    }

    private boolean enrol(String name, Instant enrolledAt, Instant now) {
        Cause cause = Cause.command(UUID.randomUUID(), now);
        try {
            database.untilDone(tx -> enrolMember.enrol(tx, id(name), RULES.first(), enrolledAt, AGREED, cause));
            return true;
        } catch (Refusal alreadyMember) {
            return false;
        }
    }

    private List<Wallet> wallets(String name) {
        return database.inTransaction(
                        tx -> points.wallets(tx, List.of(id(name))).get())
                .getOrDefault(new Owner(id(name), RULES.first()), List.of());
    }

    private static List<List<Object>> amounts(Collection<Wallet> wallets) {
        return wallets.stream()
                .map(each -> Arrays.<Object>asList(
                        each.id(), each.active(), each.pending(), each.held(), each.debt(), each.dueAt()))
                .toList();
    }

    private Map<LocalDate, CountedDay> days(String name) {
        Owner owner = new Owner(id(name), RULES.first());
        Part all = new Part(owner, new Days(LocalDate.EPOCH, LocalDate.MAX));
        Map<LocalDate, CountedDay> found = new TreeMap<>();
        database.inTransaction(tx -> days.within(tx, List.of(all)).get())
                .getOrDefault(owner, List.of())
                .forEach(day -> found.put(day.counted().day(), day));
        return found;
    }

    private void assertBooksBalance(String name) {
        Row row =
                database.inTransaction(tx -> tx.rows(BOOKS, id(name)).iterator().next());
        assertEquals(row.getLong("active"), row.getLong("lots"), name);
        assertEquals(row.getLong("active"), row.getLong("moved"), name);
    }
}
