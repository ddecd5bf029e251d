package io.regulars.gateway.signin;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often somebody may ask, and that a stranger's asking does not keep the owner out. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class KnockingTest {

    @Inject
    MockMailbox mailbox;

    private final String email = "ana." + UUID.randomUUID() + "@example.com";

    @Test
    void one_address_gets_three_codes_for_a_contact_and_its_owner_still_gets_hers() {
        Phone strange = Phone.somewhere();
        for (int i = 0; i < 3; i++) strange.challenge(email);

        refused(strange.ask(email), 600);
        refused(strange.ask(email.toUpperCase()), 600);

        Phone.somewhere().challenge(email);
        strange.challenge("another." + email);
        assertEquals(4, mailbox.getMailsSentTo(email).size());
    }

    @Test
    void a_contact_gets_eight_codes_from_however_many_askers() {
        for (int i = 0; i < 8; i++) Phone.somewhere().challenge(email);

        refused(Phone.somewhere().ask(email), 600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/auth/code", "/v1/auth/token", "/v1/auth/refresh"})
    void one_address_may_knock_only_so_often(String door) {
        Phone strange = Phone.somewhere();
        Response last = strange.post(door, Map.of());
        for (int i = 0; i < 200 && last.statusCode() != 429; i++) last = strange.post(door, Map.of());

        refused(last, 1);
        Phone.somewhere().post(door, Map.of()).then().statusCode(422);
    }

    @Test
    void who_waits_as_long_as_told_is_let_in() {
        Knocks knocks = new Knocks(limits());
        knocks.count("a", 0);
        knocks.count("a", 0);
        assertTrue(isRefused(knocks, "a", Duration.ofMillis(999)));
        assertTrue(!isRefused(knocks, "a", Duration.ofMillis(1_000)));
        assertTrue(isRefused(knocks, "a", Duration.ofMillis(1_999)));
        assertTrue(!isRefused(knocks, "b", Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "[2001:db8:1:2::9], 20010db800010002/64",
        "::ffff:192.0.2.1, 192.0.2.1",
        "regulars:example, unknown"
    })
    void a_client_is_an_address_or_the_network_somebody_has_at_home(String address, String client) {
        assertEquals(client, ClientRules.network(address));
    }

    private static SignInLimits limits() {
        return new SignInLimits() {
            @Override
            public int atOnce() {
                return 2;
            }

            @Override
            public Duration oneMoreEvery() {
                return Duration.ofSeconds(1);
            }
        };
    }

    private static boolean isRefused(Knocks knocks, String who, Duration at) {
        try {
            knocks.count(who, at.toNanos());
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    private static void refused(Response answer, int longestSeconds) {
        answer.then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("rate_limited"))
                .body("retryable", equalTo(true));
        int seconds = Integer.parseInt(answer.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= longestSeconds, "wait " + seconds);
    }
}
