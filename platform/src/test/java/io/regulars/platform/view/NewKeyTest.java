package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Race;
import io.regulars.platform.database.Tx;
import io.regulars.platform.testing.Narrator;
import io.regulars.platform.testing.Publisher;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.ViewCrew.AtWork;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two workers that meet one new thing at the same moment make one row of it, and both count. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class NewKeyTest {

    @Inject
    ViewCrew crew;

    @Inject
    Narrator narrator;

    @Inject
    Database database;

    @AfterEach
    void dismiss() {
        crew.dismissAll();
    }

    /** How a view makes the row; both looked and found none. */
    private interface FirstMeeting {
        void of(Tx tx, String name);
    }

    @Test
    void a_plain_insert_that_comes_second_is_run_again() {
        meet("by-insert", (tx, name) -> tx.count("insert into met (name, times) values ($1, 1)", name));
    }

    @Test
    void an_insert_that_found_somebody_first_is_a_race_and_run_again() {
        meet("by-race", (tx, name) -> {
            String insert = "insert into met (name, times) values ($1, 1) on conflict do nothing";
            if (tx.count(insert, name) == 0) throw new Race("somebody met " + name + " first");
        });
    }

    private void meet(String name, FirstMeeting firstMeeting) {
        CyclicBarrier bothLooked = new CyclicBarrier(2);
        Set<Object> looked = ConcurrentHashMap.newKeySet();
        CountingView view = new CountingView(name, Topic.TOUCHPOINTS).with((step, tx, told) -> {
            if (step != CountingView.Step.COUNTED) return;
            boolean known = tx.count("update met set times = times + 1 where name = $1", name) == 1;
            if (looked.add(told.eventId())) waitAt(bothLooked);
            if (!known) firstMeeting.of(tx, name);
        });
        crew.settle(view);
        AtWork one = crew.start(view);
        AtWork other = crew.start(view);
        await().until(() -> one.has(2) && other.has(2));

        Publisher.publish(
                Topic.TOUCHPOINTS,
                narrator.sayOn(0, 1).get(0),
                narrator.sayOn(2, 1).get(0));

        await().untilAsserted(() -> assertEquals(2, timesMet(name)));
        assertEquals(2, crew.counted(view).size());
    }

    private long timesMet(String name) {
        return database.read(sql -> {
            var rows = sql.rows("select times from met where name = $1", name).iterator();
            return rows.hasNext() ? rows.next().getLong(0) : 0;
        });
    }

    private static void waitAt(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }
}
