package io.regulars.platform.marks;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.Marks.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Holds a read back, for a second at most, until the views of this service have got as far as it asks. */
@ApplicationScoped
public class AwaitMarks {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();
    private static final int MOST_AT_ONCE = 20;

    // A mark on a topic no view here follows is somebody else's to wait for. A rebuild is not what is read.
    private static final String BEHIND = """
            select exists (
                select from view_position p
                join unnest($1::text[], $2::int[], $3::bigint[], $4::bool[]) as mark (topic, partition, place, has_seq)
                     using (topic, partition)
                where right(p.view, 8) <> '~rebuild'
                  and case when has_seq then p.last_seq < mark.place else p.next_offset <= mark.place end)
            """;

    private final Database database;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    AwaitMarks(Database database) {
        this.database = database;
    }

    /** Refuses as unavailable when they are not reached in time, or when too many are waiting already. */
    public void reached(Marks marks) {
        if (marks.none() || !isBehind(marks)) return;
        if (!room.tryAcquire()) throw notYet();
        try {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (isBehind(marks)) {
                if (System.nanoTime() > end) throw notYet();
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } finally {
            room.release();
        }
    }

    private boolean isBehind(Marks marks) {
        List<Mark> all = marks.all();
        return database.read(sql -> sql.rows(
                        BEHIND,
                        Column.texts(all, mark -> mark.topic().topicName()),
                        Column.ints(all, Mark::partition),
                        Column.longs(all, Mark::place),
                        Column.flags(all, mark -> mark.topic().hasJournal()))
                .iterator()
                .next()
                .getBoolean(0));
    }

    private static Refusal notYet() {
        return Refusal.of(Code.UNAVAILABLE, "What you ask for is not that fresh yet. Ask again in a moment.");
    }
}
