package io.regulars.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.platform.access.Peers;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A service believes only what a peer signed, for it, a moment ago, about itself; and opens no door by default. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class PeerContextTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_context_signed_by_the_peer_it_names_is_believed() {
        ask(Contexts.onBehalfOf("crm", Contexts.staff("ana"))).statusCode(200).body(equalTo("staff:ana"));
        ask("Bearer " + sign(claims("gateway", "crm"), "gateway", key("gateway")))
                .statusCode(200);
    }

    @Test
    void a_context_that_names_another_issuer_than_its_signer_is_not() {
        refused(sign(claims("gateway", "crm"), "engagement", key("engagement")));
    }

    @Test
    void a_context_that_names_another_key_than_it_was_signed_with_is_not() {
        refused(sign(claims("gateway", "crm"), "gateway", key("engagement")));
    }

    @Test
    void a_context_signed_with_a_key_nobody_knows_is_not() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        PrivateKey own = generator.generateKeyPair().getPrivate();

        refused(sign(claims("gateway", "crm"), "gateway", own));
        refused(sign(claims("gateway", "crm"), "stranger", own));
    }

    @Test
    void a_peer_cannot_take_another_peers_role() {
        refused(sign(claims("engagement", "crm").groups("gateway"), "engagement", key("engagement")));
    }

    @Test
    void a_peer_without_the_role_is_turned_away() {
        ask(Contexts.as("engagement", "crm")).statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void a_context_for_another_service_is_not_believed() {
        refused(sign(claims("gateway", "loyalty"), "gateway", key("gateway")));
    }

    @Test
    void an_expired_context_is_not_believed() {
        Instant past = Instant.now().minus(Duration.ofHours(1));
        refused(sign(claims("gateway", "crm").issuedAt(past).expiresAt(past.plus(MINUTE)), "gateway", key("gateway")));
    }

    @Test
    void nobody_in_particular_is_turned_away() {
        given().get("/trying/own")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"));
        ask("Bearer nonsense").statusCode(401);
        ask("Basic Z2F0ZXdheTpnYXRld2F5").statusCode(401);
    }

    @Test
    void a_method_nobody_said_who_may_call_is_closed_to_all() {
        given().header("Authorization", Contexts.as("gateway", "crm"))
                .get("/trying/forgotten")
                .then()
                .statusCode(403);
        given().get("/trying/forgotten").then().statusCode(401);
    }

    @Test
    void the_journal_is_open_to_peers_and_to_nobody_else() {
        given().header("Authorization", Contexts.as("loyalty", "crm"))
                .get("/internal/journal/0")
                .then()
                .statusCode(200);
        given().get("/internal/journal/0").then().statusCode(401);
    }

    private static JwtClaimsBuilder claims(String issuer, String audience) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject("service:" + issuer)
                .groups(issuer)
                .claim("kind", "SERVICE")
                .expiresIn(MINUTE);
    }

    private static String sign(JwtClaimsBuilder claims, String keyId, PrivateKey key) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(keyId).sign(key);
    }

    private static PrivateKey key(String holder) {
        return new Peers(holder, SharedInfrastructure.secrets().folder()).key();
    }

    private static void refused(String token) {
        ask("Bearer " + token).statusCode(401).body("code", equalTo("unauthenticated"));
    }

    private static ValidatableResponse ask(String authorization) {
        return given().header("Authorization", authorization).get("/trying/own").then();
    }
}
