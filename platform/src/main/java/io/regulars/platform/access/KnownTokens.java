package io.regulars.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * A token's signature is verified once and then known, letter by letter, for as long as the token lives and somebody goes on
 * using it. Verifying ES256 takes milliseconds of a young JVM, on an event loop.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownTokens extends DefaultJWTCallerPrincipalFactory {

    private static final int MOST = 10_000;
    private static final Duration UNUSED = Duration.ofMinutes(1);

    private final Cache<String, JWTCallerPrincipal> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
        JWTCallerPrincipal caller = known.getIfPresent(token);
        if (caller != null && isAlive(caller)) return caller;
        JWTCallerPrincipal verified = super.parse(token, expected);
        if (!PeerRules.speaksForItself(verified.getIssuer(), signer(token), verified.getGroups())) {
            throw new ParseException("issuer and signer differ");
        }
        known.put(token, verified);
        return verified;
    }

    private static String signer(String token) throws ParseException {
        try {
            return JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
        } catch (JoseException unreadable) {
            throw new ParseException("no token", unreadable);
        }
    }

    /** Tokens live by the machine's clock, never by a replayed one. */
    private static boolean isAlive(JWTCallerPrincipal caller) {
        return caller.getExpirationTime() * 1_000 > System.currentTimeMillis();
    }
}
