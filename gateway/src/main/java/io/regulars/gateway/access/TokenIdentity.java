package io.regulars.gateway.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whose tokens open the gateway: members' that it signed itself, and staff's and systems' that the operator signed. */
@ApplicationScoped
public class TokenIdentity implements SecurityIdentityAugmentor {

    static final String GATEWAY = "gateway";
    static final String OPERATOR = "operator";

    private static final Set<String> MEMBER = Set.of(Role.MEMBER);

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && !opens(token)) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("this issuer's tokens do not open the gateway"));
        }
        return Uni.createFrom().item(identity);
    }

    private static boolean opens(JsonWebToken token) {
        Set<String> groups = token.getGroups();
        if (GATEWAY.equals(token.getIssuer())) return MEMBER.equals(groups) && token.getSubject() != null;
        return OPERATOR.equals(token.getIssuer())
                && token.getSubject() != null
                && !groups.isEmpty()
                && Role.STAFF_AND_SYSTEMS.containsAll(groups);
    }
}
