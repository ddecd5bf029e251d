package io.regulars.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.signin.SignInResource.Proof;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.platform.database.Database;
import io.regulars.platform.trimming.RemoveOutlived;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Codes and tokens that have run out do not pile up. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class RemoveOutlivedTest {

    private static final String RUN_OUT = "update %s set expires_at = clock_timestamp() - interval '1 second'";

    @Inject
    RemoveOutlived removeOutlived;

    @Inject
    Database database;

    @Inject
    SignInCodes codes;

    @Inject
    RefreshTokens refreshTokens;

    @Test
    void codes_and_tokens_go_when_they_have_run_out_and_not_before() {
        codes.begin(UUID.randomUUID() + "@example.com", "phone", "12345678");
        refreshTokens.begin(UUID.randomUUID());
        database.read(sql -> sql.count(RUN_OUT.formatted("sign_in_code")));
        database.read(sql -> sql.count(RUN_OUT.formatted("refresh_token")));
        String email = UUID.randomUUID() + "@example.com";
        String challenge = codes.begin(email, "phone", "12345678");
        String token = refreshTokens.begin(UUID.randomUUID());

        removeOutlived.all();

        assertEquals(1, count("sign_in_code"));
        assertEquals(1, count("refresh_token"));
        assertTrue(codes.isRight(new Proof(email, challenge, "12345678")));
        assertTrue(refreshTokens.renew(token).isPresent());
    }

    private long count(String table) {
        return database.read(sql ->
                sql.rows("select count(*) from " + table).iterator().next().getLong(0));
    }
}
