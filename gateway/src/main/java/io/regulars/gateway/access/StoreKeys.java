package io.regulars.gateway.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The store keys as people edit them. */
@ApplicationScoped
public class StoreKeys implements PanacheRepositoryBase<StoreKey, UUID> {

    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtext('first store key'))";

    Uni<StoreKey> add(StoreKey key) {
        return Panache.withTransaction(() -> persist(key));
    }

    /** Two gateways that start at once make one first key. */
    Uni<StoreKey> addFirst(Supplier<StoreKey> key) {
        return Panache.withTransaction(() -> getSession()
                .flatMap(session -> session.createNativeQuery(ONE_AT_A_TIME).getSingleResult())
                .flatMap(locked -> count())
                .flatMap(known ->
                        known == 0 ? persist(key.get()) : Uni.createFrom().nullItem()));
    }

    /** The key as it is now, or null when there is none of that id. */
    Uni<StoreKey> change(UUID id, Consumer<StoreKey> change) {
        return Panache.withTransaction(() -> findById(id).onItem().ifNotNull().invoke(change));
    }

    Uni<List<StoreKey>> all() {
        return Panache.withSession(() -> list("order by id"));
    }

    /** A page of keys, oldest first, after the given one. */
    Uni<List<StoreKey>> page(UUID after, int limit) {
        return Panache.withSession(() -> after == null
                ? find("order by id").page(0, limit).list()
                : find("id > ?1 order by id", after).page(0, limit).list());
    }
}
