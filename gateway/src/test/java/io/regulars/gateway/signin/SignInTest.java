package io.regulars.gateway.signin;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.signin.SignInResource.Proof;
import io.regulars.gateway.testing.GatewaySuite;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class SignInTest {

    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    @Inject
    MockMailbox mailbox;

    @Inject
    SignInCodes codes;

    @Inject
    RefreshTokens refreshTokens;

    private final Phone phone = Phone.somewhere();
    private final String email = "ana." + UUID.randomUUID() + "@example.com";

    @Test
    void a_right_code_gets_as_far_as_the_crm_and_a_wrong_one_does_not() {
        String challenge = phone.challenge(email);
        String code = mailedCode();

        phone.prove(email, challenge, wrong(code)).statusCode(401).body("code", equalTo("unauthenticated"));
        phone.prove("somebody.else@example.com", challenge, code).statusCode(401);
        phone.prove(email, "ch_of_nobody", code).statusCode(401);
        phone.prove(email.toUpperCase(), challenge, code).statusCode(503);
    }

    @Test
    void five_wrong_tries_end_a_code_and_a_right_one_is_no_try() {
        String challenge = phone.challenge(email);
        String code = mailedCode();

        for (int i = 0; i < 4; i++) phone.prove(email, challenge, wrong(code)).statusCode(401);
        phone.prove(email, challenge, code).statusCode(503);
        phone.prove(email, challenge, code).statusCode(503);
        phone.prove(email, challenge, wrong(code)).statusCode(401);
        phone.prove(email, challenge, code).statusCode(401);
    }

    @Test
    void many_wrong_tries_at_once_are_five() {
        String challenge = codes.begin(email, "phone", "12345678");

        IntStream.range(0, 20).parallel().forEach(i -> codes.isRight(new Proof(email, challenge, "0000000" + i)));

        assertFalse(codes.isRight(new Proof(email, challenge, "12345678")));
    }

    @Test
    void what_strangers_guess_and_ask_for_does_not_end_the_owners_code() {
        String challenge = phone.challenge(email);
        String code = mailedCode();
        Phone strange = Phone.somewhere();

        String theirs = strange.challenge(email);
        for (int i = 0; i < 7; i++) strange.prove(email, theirs, wrong(code)).statusCode(401);
        strange.prove(email, theirs, code).statusCode(401);

        phone.prove(email, challenge, code).statusCode(503);
    }

    @Test
    void a_code_is_good_once() {
        String challenge = codes.begin(email, "phone", "12345678");
        Proof proof = new Proof(email, challenge, "12345678");

        assertTrue(codes.isRight(proof));
        assertTrue(codes.spend(proof));
        assertFalse(codes.spend(proof));
        assertFalse(codes.isRight(proof));
    }

    @Test
    void a_refresh_token_is_good_once_and_its_second_use_ends_the_family() {
        UUID customerId = UUID.randomUUID();
        String first = refreshTokens.begin(customerId);
        RefreshTokens.Renewed second = refreshTokens.renew(first).orElseThrow();
        assertEquals(customerId, second.customerId());
        assertNotEquals(first, second.token());

        assertEquals(Optional.empty(), refreshTokens.renew(first));
        assertEquals(Optional.empty(), refreshTokens.renew(second.token()));
    }

    @Test
    void renewing_gives_a_member_token() {
        String refreshToken = refreshTokens.begin(UUID.randomUUID());
        String accessToken = phone.post("/v1/auth/refresh", Map.of("refreshToken", refreshToken))
                .then()
                .statusCode(200)
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900))
                .extract()
                .path("accessToken");
        given().header("Authorization", "Bearer " + accessToken)
                .get("/v1/me")
                .then()
                .statusCode(503);
        given().header("Authorization", "Bearer " + accessToken)
                .get("/v1/store-keys")
                .then()
                .statusCode(403);
    }

    private String mailedCode() {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !mailbox.getMailsSentTo(email).isEmpty());
        Matcher code = CODE.matcher(mailbox.getMailsSentTo(email).get(0).getText());
        assertTrue(code.find());
        return code.group();
    }

    private static String wrong(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }
}
