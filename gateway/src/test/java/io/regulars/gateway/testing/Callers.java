package io.regulars.gateway.testing;

import static io.restassured.RestAssured.given;

import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.platform.access.Peers;
import io.restassured.http.ContentType;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Credentials of everybody who may stand at the gateway's door, and of some who may not. */
public final class Callers {

    private Callers() {}

    /** A new key made at the gateway itself. */
    public static String storeKey(List<String> stores, String... scopes) {
        return made(stores, scopes).get("key");
    }

    /** {@code id} and {@code key} of a new store key. */
    public static Map<String, String> made(List<String> stores, String... scopes) {
        Map<String, Object> made = given().header("Authorization", staff("admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "test", "stores", stores, "scopes", List.of(scopes)))
                .post("/v1/store-keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
        return Map.of("id", (String) made.get("id"), "key", "Bearer " + made.get("key"));
    }

    public static String staff(String... roles) {
        return token("operator", "operator", "regulars", "somebody", Duration.ofMinutes(5), Set.of(roles));
    }

    public static String member(UUID customerId) {
        return token("gateway", "gateway", "regulars", customerId.toString(), Duration.ofMinutes(5), Set.of("member"));
    }

    /** @param signer whose key signs, @param issuer who it claims to be */
    public static String token(
            String signer, String issuer, String audience, String subject, Duration lifetime, Set<String> groups) {
        JwtClaimsBuilder claims = Jwt.issuer(issuer)
                .audience(audience)
                .subject(subject)
                .groups(groups)
                .issuedAt(Instant.now().minusSeconds(3_600))
                .expiresAt(Instant.now().plus(lifetime));
        Peers key = new Peers(signer, SharedInfrastructure.secrets().folder());
        return "Bearer "
                + claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(signer).sign(key.key());
    }
}
