package io.regulars.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Signs what this service says to its peers about who is asking: short-lived, for one audience, with its own key. */
@ApplicationScoped
public class Peers {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration USED_FOR = Duration.ofSeconds(30);
    private static final int MOST = 5_000;

    private final String self;
    private final PrivateKey key;
    private final Cache<Context, String> signed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(USED_FOR).build();

    private record Context(String audience, Caller caller) {}

    public Peers(
            @ConfigProperty(name = "regulars.service") String self,
            @ConfigProperty(name = "regulars.secrets") Path secrets) {
        this.self = self;
        this.key = privateKey(secrets.resolve(self + ".jwk"));
    }

    public String self() {
        return self;
    }

    /** This service's own private key (EC P-256). */
    public PrivateKey key() {
        return key;
    }

    /** A signed context for one peer, good for at least half a minute; signing is not paid for with every question. */
    public String contextFor(String audience, Caller caller) {
        return signed.get(new Context(audience, caller), this::sign);
    }

    private String sign(Context context) {
        Caller caller = context.caller();
        return Jwt.issuer(self)
                .audience(context.audience())
                .subject(caller.credential())
                .groups(self)
                .claim("kind", caller.kind().name())
                .claim("roles", caller.roles())
                .expiresIn(LIFETIME)
                .jws()
                .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
                .keyId(self)
                .sign(key);
    }

    private static PrivateKey privateKey(Path file) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)).getPrivateKey();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the secrets folder lacks " + file, unreadable);
        } catch (JoseException broken) {
            throw new IllegalStateException("not a private key: " + file, broken);
        }
    }
}
