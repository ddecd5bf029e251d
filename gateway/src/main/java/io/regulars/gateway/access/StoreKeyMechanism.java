package io.regulars.gateway.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Knows store keys by how they begin; every other bearer token is left to the next mechanism. */
@ApplicationScoped
public class StoreKeyMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final KnownKeys keys;

    StoreKeyMechanism(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().headers().get(HttpHeaders.AUTHORIZATION);
        if (header == null
                || !header.startsWith(KeySecret.PREFIX, BEARER.length())
                || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        SecurityIdentity till = keys.holderOf(header.substring(BEARER.length()));
        if (till != null) return Uni.createFrom().item(till);
        if (!keys.allKnown()) return Uni.createFrom().failure(notYet());
        return Uni.createFrom().failure(new AuthenticationFailedException("no such store key"));
    }

    /** A till must not conclude that its key is bad because this gateway has just started. */
    private static Refusal notYet() {
        return Refusal.of(Code.UNAVAILABLE, "The gateway is starting. Send this again in a moment.");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 100;
    }
}
