package io.regulars.gateway.access;

import com.fasterxml.uuid.Generators;
import io.regulars.platform.clock.Clock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Makes store keys and takes them back. What is committed is told to all gateways before it is answered. */
@ApplicationScoped
public class IssueStoreKey {

    /** A key with its secret, which nobody will see again. */
    record Issued(StoreKey key, String secret) {}

    private final StoreKeys keys;
    private final CredentialTopic topic;
    private final KnownKeys known;
    private final Clock clock;

    IssueStoreKey(StoreKeys keys, CredentialTopic topic, KnownKeys known, Clock clock) {
        this.keys = keys;
        this.topic = topic;
        this.known = known;
        this.clock = clock;
    }

    Uni<Issued> issue(String name, Collection<String> stores, Collection<String> scopes, String by) {
        String secret = KeySecret.random();
        StoreKey key = make(secret, name, stores, scopes, by);
        return keys.add(key).call(this::tell).map(kept -> new Issued(kept, secret));
    }

    /**
     * The key an installation begins with, or null when it has keys already. It is told with the next look at all keys: a
     * fault between the commit and the telling must not keep anybody from seeing the secret.
     */
    Uni<Issued> issueFirst(Collection<String> stores) {
        String secret = KeySecret.random();
        return keys.addFirst(() -> make(secret, "first key", stores, Scopes.ALL, "start"))
                .onItem()
                .ifNotNull()
                .transform(kept -> new Issued(kept, secret));
    }

    /** Null when there is no such key. */
    Uni<StoreKey> revoke(UUID id) {
        return keys.change(id, key -> {
                    if (key.revokedAt == null) key.revokedAt = clock.now();
                })
                .onItem()
                .ifNotNull()
                .call(this::tell);
    }

    /** This gateway knows at once; the others when they hear the topic. */
    private Uni<Void> tell(StoreKey key) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> {
                    topic.tell(key.credential());
                    known.tell(key.credential());
                });
    }

    private StoreKey make(String secret, String name, Collection<String> stores, Collection<String> scopes, String by) {
        StoreKey key = new StoreKey();
        key.id = Generators.timeBasedEpochRandomGenerator().generate();
        key.name = name;
        key.hash = KeySecret.hash(secret);
        key.stores = Set.copyOf(stores).stream().sorted().toArray(String[]::new);
        key.scopes = Set.copyOf(scopes).stream().sorted().toArray(String[]::new);
        key.createdAt = clock.now();
        key.createdBy = by;
        return key;
    }
}
