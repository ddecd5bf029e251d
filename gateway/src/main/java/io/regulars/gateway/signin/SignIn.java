package io.regulars.gateway.signin;

import io.regulars.events.CustomerRef;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.routing.Customers;
import io.regulars.gateway.signin.SignInResource.Proof;
import io.regulars.platform.access.Peers;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Turns a right code, or a token that renews, into a member's token. Whoever is not known yet becomes a customer. */
@ApplicationScoped
public class SignIn {

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final SignInCodes codes;
    private final RefreshTokens refreshTokens;
    private final Customers customers;
    private final Peers peers;

    SignIn(SignInCodes codes, RefreshTokens refreshTokens, Customers customers, Peers peers) {
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.customers = customers;
        this.peers = peers;
    }

    public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {}

    Tokens with(Proof proof) {
        if (!codes.isRight(proof)) throw no();
        UUID customerId = who(proof.email());
        if (!codes.spend(proof)) throw no();
        return tokens(customerId, refreshTokens.begin(customerId));
    }

    Tokens renewed(String refreshToken) {
        RefreshTokens.Renewed renewed = refreshTokens.renew(refreshToken).orElseThrow(SignIn::no);
        return tokens(renewed.customerId(), renewed.token());
    }

    /** What the crm does not take as an address stands elsewhere in this request. */
    private UUID who(String email) {
        try {
            return customers.resolve(CustomerRef.email(email), "signIn", Asker.gateway());
        } catch (Refusal refused) {
            Problem problem = refused.problem();
            if (problem.code() != Code.INVALID) throw refused;
            throw Refusal.invalid("/email", problem.detail());
        }
    }

    private Tokens tokens(UUID customerId, String refreshToken) {
        String accessToken = Jwt.issuer(peers.self())
                .audience("regulars")
                .subject(customerId.toString())
                .groups(Role.MEMBER)
                .expiresIn(LIFETIME)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(peers.self())
                .sign(peers.key());
        return new Tokens(accessToken, "Bearer", LIFETIME.toSeconds(), refreshToken);
    }

    private static Refusal no() {
        return Refusal.of(Code.UNAUTHENTICATED, "This is wrong or no longer good. Ask for a new code.");
    }
}
