package io.regulars.gateway.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells who is behind the request at hand. */
@ApplicationScoped
public class WhoAsks {

    private final CurrentIdentityAssociation current;
    private final CurrentVertxRequest request;

    WhoAsks(CurrentIdentityAssociation current, CurrentVertxRequest request) {
        this.current = current;
        this.request = request;
    }

    public Asker now() {
        String came = request.getCurrent().request().getHeader("traceparent");
        return Asker.of(current.getIdentity(), TraceRules.traceparent(came));
    }
}
