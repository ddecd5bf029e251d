package io.regulars.platform.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.Marks.Mark;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A read is held back until the views have got as far, and no longer than a second. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AwaitMarksTest {

    /** No topic has so many partitions, so nobody else has a place there. */
    private static final int PARTITION = 9_000;

    @Inject
    Database database;

    @Inject
    AwaitMarks await;

    @BeforeEach
    void a_view_at_offset_10_and_seq_20() {
        forget();
        stands("marks", "intake", 10, 0);
        stands("marks", "touchpoints", 0, 20);
    }

    @AfterEach
    void forget() {
        database.read(sql -> sql.count("delete from view_position where partition = $1", PARTITION));
    }

    @Test
    void what_has_been_applied_is_not_waited_for() {
        await.reached(marks(Topic.INTAKE, 9).and(marks(Topic.TOUCHPOINTS, 20)));
    }

    @Test
    void what_comes_within_a_second_is_waited_for() {
        CompletableFuture<Void> read = CompletableFuture.runAsync(
                () -> await.reached(marks(Topic.INTAKE, 10)), task -> new Thread(task).start());
        stands("marks", "intake", 11, 0);
        read.join();
    }

    @Test
    void what_does_not_come_is_told_as_not_fresh_yet() {
        assertNotYet(marks(Topic.INTAKE, 10));
        assertNotYet(marks(Topic.TOUCHPOINTS, 21));
        assertNotYet(marks(Topic.INTAKE, 9).and(marks(Topic.TOUCHPOINTS, 21)));
    }

    @Test
    void topics_nobody_here_follows_and_rebuilds_are_not_waited_for() {
        stands("marks~rebuild", "touchpoints", 0, 3);

        await.reached(marks(Topic.MEMBERSHIPS, 1_000).and(marks(Topic.TOUCHPOINTS, 20)));
    }

    @Test
    void marks_are_read_as_they_are_written_and_the_furthest_of_each_partition_counts() {
        Marks marks = Marks.of(
                List.of(new Mark(Topic.INTAKE, 3, 7), new Mark(Topic.INTAKE, 3, 9), new Mark(Topic.MEMBERSHIPS, 0, 1)));

        assertEquals(2, marks.all().size());
        assertEquals(marks, Marks.read(marks.toString()));
        assertEquals("intake/3/9", marks.only(topic -> topic == Topic.INTAKE).toString());
        assertTrue(Marks.read("").none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "intake",
                "intake/1",
                "nowhere/1/2",
                "intake/a/2",
                "intake/1/2/3",
                "intake/1/99999999999999999999"
            })
    void what_is_no_mark_is_not_read(String text) {
        assertThrows(IllegalArgumentException.class, () -> Marks.read(text));
    }

    private void assertNotYet(Marks marks) {
        long started = System.nanoTime();
        Refusal refusal = assertThrows(Refusal.class, () -> await.reached(marks));
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        assertEquals(Code.UNAVAILABLE, refusal.problem().code());
        assertTrue(took.toMillis() >= 950 && took.toMillis() < 3_000, "took " + took);
    }

    private static Marks marks(Topic topic, long place) {
        return new Marks(List.of(new Mark(topic, PARTITION, place)));
    }

    private void stands(String view, String topic, long offset, long seq) {
        database.read(sql -> sql.count("""
                insert into view_position (view, topic, partition, topic_id, next_offset, last_seq)
                values ($1, $2, $3, 't', $4, $5)
                on conflict (view, topic, partition) do update set next_offset = $4, last_seq = $5
                """, view, topic, PARTITION, offset, seq));
    }
}
