package io.regulars.gateway.access;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What the {@code credentials} topic says of a store key: never the key itself, only its SHA-256. */
public record Credential(UUID id, byte[] hash, Set<String> stores, Set<String> scopes, boolean revoked) {

    /** What is not whole cannot be read: it must not stop who follows the topic. */
    public Credential {
        Objects.requireNonNull(id);
        Objects.requireNonNull(hash);
        stores = Set.copyOf(stores);
        scopes = Set.copyOf(scopes);
    }
}
