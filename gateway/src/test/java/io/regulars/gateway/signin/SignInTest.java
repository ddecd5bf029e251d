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
import io.regulars.gateway.testing.GatewaySuite;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void a_right_code_gets_as_far_as_the_crm_and_a_wrong_one_does_not() {
        String email = anAddress();
        String code = mailedTo(email);

        token(email, wrong(code)).statusCode(401).body("code", equalTo("unauthenticated"));
        token("somebody.else@example.com", code).statusCode(401);
        token(email.toUpperCase(), code).statusCode(503);
    }

    @Test
    void five_wrong_tries_end_a_code() {
        String email = anAddress();
        String code = mailedTo(email);
        for (int i = 0; i < 5; i++) token(email, wrong(code)).statusCode(401);
        token(email, code).statusCode(401);
    }

    @Test
    void a_code_is_good_once() {
        String email = anAddress();
        String code = mailedTo(email);
        assertTrue(codes.isRight(email, code));
        assertTrue(codes.spend(email, code));
        assertFalse(codes.spend(email, code));
        assertFalse(codes.isRight(email, code));
    }

    @Test
    void an_address_is_mailed_five_times_an_hour_and_the_answer_never_says_so() {
        String email = anAddress();
        for (int i = 0; i < 8; i++) ask(email);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertEquals(5, mailbox.getMailsSentTo(email).size()));
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
        String accessToken = given().contentType(ContentType.JSON)
                .body("{\"refreshToken\":\"" + refreshToken + "\"}")
                .post("/v1/auth/refresh")
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

    private String mailedTo(String email) {
        ask(email);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !mailbox.getMailsSentTo(email).isEmpty());
        Matcher code = CODE.matcher(mailbox.getMailsSentTo(email).get(0).getText());
        assertTrue(code.find());
        return code.group();
    }

    private static void ask(String email) {
        given().contentType(ContentType.JSON)
                .body("{\"email\":\"" + email + "\"}")
                .post("/v1/auth/code")
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"));
    }

    private static ValidatableResponse token(String email, String code) {
        return given().contentType(ContentType.JSON)
                .body("{\"email\":\"" + email + "\",\"code\":\"" + code + "\"}")
                .post("/v1/auth/token")
                .then();
    }

    private static String wrong(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    private static String anAddress() {
        return "ana." + UUID.randomUUID() + "@example.com";
    }
}
