package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicIds;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Builds a reading view anew beside the live one, compares the two at the same positions, and swaps them. */
@ApplicationScoped
public class RebuildView {

    private static final Logger LOG = Logger.getLogger(RebuildView.class);
    private static final int MOST_ROUNDS = 20;
    private static final long NEAR = 2_000;
    private static final String HOLD = """
            select topic, partition, topic_id, next_offset, last_seq, incarnation from view_position
            where view = $1 order by topic, partition for update
            """;
    private static final String LOOK = """
            select topic, partition, topic_id, next_offset, last_seq, incarnation from view_position where view = $1
            """;
    private static final String FORGET = "delete from view_position where view = $1";

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

    /** What came of it; {@code equal}: the new tables had the content of the live ones. */
    public record Rebuilt(String view, long facts, long millis, boolean equal) {}

    /** One rebuild of a view at a time and instance. */
    public Rebuilt rebuild(String name) {
        return rebuild(reading(name));
    }

    synchronized Rebuilt rebuild(View live) {
        String name = live.name();
        View beside = new Beside(live);
        long begun = System.nanoTime();
        database.inTransaction(tx -> Tables.prepare(tx, live.tables(), beside.name()));
        try (KafkaConsumer<byte[], byte[]> consumer = clients.looseConsumer("rebuild-" + name)) {
            ReadAnew run = new ReadAnew(consumer, beside, parts());
            comeNear(run, name);
            boolean equal = database.inTransaction(tx -> swap(tx, live, run));
            long millis = (System.nanoTime() - begun) / 1_000_000;
            LOG.infof("view %s rebuilt: %d facts in %d ms, equal: %s", name, run.facts(), millis, equal);
            return new Rebuilt(name, run.facts(), millis, equal);
        }
    }

    /** Reads until little is left, so that the live view is held only for a moment. */
    private void comeNear(ReadAnew run, String name) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long before = run.facts();
            run.until(database.read(sql -> positions(sql, LOOK, name)));
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

    /** Holds the live view where it stands, brings the new one to the same place, and puts it in its stead. */
    private boolean swap(Tx tx, View live, ReadAnew run) {
        run.until(positions(tx, HOLD, live.name()));
        boolean equal = Tables.equal(tx, live.tables());
        Tables.swap(tx, live.tables());
        tx.send(FORGET, new Beside(live).name());
        parking.inherit(tx, new Beside(live).name(), live.name());
        return equal;
    }

    private static Target positions(Tx tx, String sql, String view) {
        Map<TopicPartition, Place> places = new HashMap<>();
        for (Row row : tx.rows(sql, view)) {
            Topic topic = Topic.named(row.getString("topic"));
            int partition = row.getInteger("partition");
            places.put(
                    new TopicPartition(topic.topicName(), partition),
                    new Place(
                            topic,
                            partition,
                            row.getString("topic_id"),
                            row.getLong("next_offset"),
                            null,
                            row.getLong("last_seq"),
                            row.getUUID("incarnation")));
        }
        return new Target(places);
    }
}
