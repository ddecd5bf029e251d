package io.regulars.gateway.access;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A key tills hold: which stores it belongs to and what it may do. The key itself is shown once and not kept. */
@Entity
@Table(name = "store_key")
public class StoreKey extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;

    public byte[] hash;

    @Column(columnDefinition = "text[]")
    public String[] stores;

    @Column(columnDefinition = "text[]")
    public String[] scopes;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "revoked_at")
    public Instant revokedAt;

    Credential credential() {
        return new Credential(id, hash, Set.of(stores), Set.of(scopes), revokedAt != null);
    }
}
