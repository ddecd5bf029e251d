package io.regulars.loyalty.night;

import io.quarkus.runtime.ShutdownEvent;
import io.regulars.platform.journal.Shards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many are at a night at once. Each has shards of its own, so none ever waits for what another holds. */
@ApplicationScoped
class Lanes {

    /** What is left of the connections is for receipts and readers. */
    private static final int CONNECTIONS_FOR_EACH = 3;

    private final int count;
    private final int partitions;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "night-lane"));

    @Inject
    Lanes(
            NightSettings settings,
            @ConfigProperty(name = "regulars.partitions") int partitions,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections) {
        this(Math.min(settings.lanes(), connections / CONNECTIONS_FOR_EACH), partitions);
    }

    Lanes(int asked, int partitions) {
        this.count = Math.max(1, Math.min(asked, partitions));
        this.partitions = partitions;
    }

    int count() {
        return count;
    }

    /** Whose lane is which; within a lane those of a shard follow each other, so that few are held at a time. */
    List<List<UUID>> split(Collection<UUID> customers) {
        List<List<UUID>> shards = new ArrayList<>();
        for (int shard = 0; shard < partitions; shard++) shards.add(new ArrayList<>());
        for (UUID customer : customers)
            shards.get(Shards.of(customer, partitions)).add(customer);
        List<List<UUID>> lanes = new ArrayList<>();
        for (int lane = 0; lane < count; lane++) lanes.add(new ArrayList<>());
        for (int shard = 0; shard < partitions; shard++)
            lanes.get(shard % count).addAll(shards.get(shard));
        lanes.removeIf(List::isEmpty);
        return lanes;
    }

    /** Does all of this at once and waits until the last is done, also when one of them fails. */
    <T> List<T> all(List<Callable<T>> works) {
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(works)) done.add(each.get());
            return done;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) throw unchecked;
            if (failure.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while lanes were at a night", stopped);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdownNow();
    }
}
