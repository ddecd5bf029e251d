package io.regulars.gateway.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells who is behind the request at hand. */
@ApplicationScoped
public class WhoAsks {

    private final CurrentIdentityAssociation current;

    WhoAsks(CurrentIdentityAssociation current) {
        this.current = current;
    }

    public Asker now() {
        return Asker.of(current.getIdentity());
    }
}
