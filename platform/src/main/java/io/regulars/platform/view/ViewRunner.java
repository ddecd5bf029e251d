package io.regulars.platform.view;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.regulars.platform.database.Database;
import io.regulars.platform.health.Standing;
import io.regulars.platform.kafka.Clients;
import io.regulars.platform.kafka.TopicIds;
import io.regulars.platform.startup.TopicSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every view of the service, each with its workers. */
@ApplicationScoped
public class ViewRunner {

    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final String service;
    private final int port;
    private final int workersPerView;
    private final int batch;
    private final Instance<View> views;
    private final Database database;
    private final Places places;
    private final Parking parking;
    private final Clients clients;
    private final OwnersJournal owners;
    private final TopicIds topicIds;
    private final Standing standing;
    private final Freshness freshness;
    private final TopicSettings settings;

    ViewRunner(
            @ConfigProperty(name = "regulars.service") String service,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "regulars.workers") int workersPerView,
            @ConfigProperty(name = "regulars.batch") int batch,
            Instance<View> views,
            Database database,
            Places places,
            Parking parking,
            Clients clients,
            OwnersJournal owners,
            TopicIds topicIds,
            Standing standing,
            Freshness freshness,
            TopicSettings settings) {
        this.service = service;
        this.port = port;
        this.workersPerView = workersPerView;
        this.batch = batch;
        this.views = views;
        this.database = database;
        this.places = places;
        this.parking = parking;
        this.clients = clients;
        this.owners = owners;
        this.topicIds = topicIds;
        this.standing = standing;
        this.freshness = freshness;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        for (View view : views) {
            for (int number = 1; number <= workersPerView; number++) start(view, number);
        }
    }

    private void start(View view, int number) {
        String name = view.name() + "-" + number;
        String group = service + "." + view.name();
        String instance = group + "-" + host() + "-" + port + "-" + number;
        Worker.Parts parts = new Worker.Parts(
                () -> clients.groupConsumer(group, instance, batch),
                places,
                owners,
                topicIds,
                standing,
                freshness,
                settings::verify,
                batch);
        Worker worker = new Worker(name, view, new Applier(view, database, places, parking), parts);
        standing.set(name, Standing.State.STARTING, "waiting for partitions");
        Thread thread = new Thread(worker, "view-" + name);
        thread.setDaemon(true);
        thread.start();
        workers.add(worker);
        threads.add(thread);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        workers.forEach(Worker::stop);
        for (Thread thread : threads) thread.join(10_000);
    }

    /** The same name after a restart on the same machine, so that a killed worker gets its partitions back at once. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
