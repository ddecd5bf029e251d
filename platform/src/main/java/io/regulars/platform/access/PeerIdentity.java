package io.regulars.platform.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A peer speaks for itself only: who issued a context must be whose key signed it, and its one role is its name. */
@ApplicationScoped
public class PeerIdentity implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && !speaksForItself(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("issuer and signer differ"));
        }
        return Uni.createFrom().item(identity);
    }

    private static boolean speaksForItself(JsonWebToken token) {
        String issuer = token.getIssuer();
        return issuer != null && issuer.equals(signer(token)) && allowed(issuer, token.getGroups());
    }

    /** Services name themselves; only the operator's own key may hand out roles, and only where roles are asked for. */
    private static boolean allowed(String issuer, Set<String> groups) {
        return issuer.equals("operator") || groups.equals(Set.of(issuer)) || issuer.equals("gateway");
    }

    private static String signer(JsonWebToken token) {
        String raw = token.getRawToken();
        byte[] header = Base64.getUrlDecoder().decode(raw.substring(0, raw.indexOf('.')));
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(header))) {
            return reader.readObject().getString("kid", "");
        }
    }
}
