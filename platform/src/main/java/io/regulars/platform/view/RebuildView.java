package io.regulars.platform.view;

import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;

/** Builds a reading view anew beside the live one, compares the two at the same positions, and swaps equal ones. */
@ApplicationScoped
public class RebuildView {

    private static final Logger LOG = Logger.getLogger(RebuildView.class);
    private static final int MOST_ROUNDS = 20;
    private static final long NEAR = 2_000;

    private final Database database;
    private final Places places;
    private final Parking parking;
    private final OwnersJournal owners;
    private final Clients clients;
    private final TopicIds topicIds;
    private final Instance<View> views;

    RebuildView(
            Database database,
            Places places,
            Parking parking,
            OwnersJournal owners,
            Clients clients,
            TopicIds topicIds,
            Instance<View> views) {
        this.database = database;
        this.places = places;
        this.parking = parking;
        this.owners = owners;
        this.clients = clients;
        this.topicIds = topicIds;
        this.views = views;
    }

    /**
     * What came of it.
     *
     * @param equal whether the new tables had the content of the live ones
     * @param swapped whether they are the live ones now; otherwise they are left in the schema {@code rebuild}
     */
    public record Rebuilt(String view, long facts, long millis, boolean equal, boolean swapped) {}

    /** One rebuild of a view at a time. Tables that differ are swapped only if that is meant ({@code evenUnequal}). */
    public Rebuilt rebuild(String name, boolean evenUnequal) {
        return rebuild(reading(name), evenUnequal);
    }

    Rebuilt rebuild(View live, boolean evenUnequal) {
        return RebuildLock.during(database, live.name(), lock -> rebuild(live, evenUnequal, lock));
    }

    private Rebuilt rebuild(View live, boolean evenUnequal, RebuildLock lock) {
        String name = live.name();
        View beside = new Beside(live);
        long begun = System.nanoTime();
        database.inTransaction(tx -> Tables.prepare(tx, live.tables(), beside.name()));
        try (KafkaConsumer<byte[], byte[]> consumer = clients.looseConsumer("rebuild-" + name)) {
            ReadAnew run = new ReadAnew(consumer, beside, parts());
            comeNear(run, name);
            Rebuilt rebuilt = database.inTransaction(tx -> {
                boolean equal = meet(tx, live, run);
                boolean swaps = equal || evenUnequal;
                lock.insist();
                finish(tx, live, swaps);
                return new Rebuilt(name, run.facts(), (System.nanoTime() - begun) / 1_000_000, equal, swaps);
            });
            LOG.infof("rebuilt: %s", rebuilt);
            return rebuilt;
        }
    }

    /** Reads until little is left, so that the live view is held only for a moment. */
    private void comeNear(ReadAnew run, String name) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long before = run.facts();
            run.until(database.read(sql -> Target.of(sql, name)));
            if (run.facts() - before < NEAR) return;
        }
    }

    private ReadAnew.Parts parts() {
        return new ReadAnew.Parts(database, places, parking, owners, topicIds);
    }

    private View reading(String name) {
        View live = views.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no view " + name + "."));
        if (!live.tables().isEmpty()) return live;
        throw Refusal.of(Code.INVALID, name + " decides: it is the record itself and cannot be built from another.");
    }

    /** Holds the live view where it stands, and brings the new one to the same place; says whether they are equal. */
    private static boolean meet(Tx tx, View live, ReadAnew run) {
        run.until(Target.held(tx, live.name()));
        return Tables.equal(tx, live.tables());
    }

    /** Puts the new one in the live one's stead with what it parked itself, or forgets how far it had come. */
    private void finish(Tx tx, View live, boolean swaps) {
        String beside = new Beside(live).name();
        if (!swaps) {
            Tables.forget(tx, beside);
            return;
        }
        Tables.swap(tx, live.tables());
        parking.inherit(tx, beside, live.name());
        Tables.forget(tx, beside);
    }
}
