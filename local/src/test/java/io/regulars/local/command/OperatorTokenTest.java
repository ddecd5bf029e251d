package io.regulars.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.local.infrastructure.Secrets;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void a_token_verifies_with_the_published_key_and_carries_its_roles() throws Exception {
        Secrets secrets = new Secrets(folder);
        secrets.create();

        String token = OperatorToken.signedWith(secrets).mint("ana", List.of("admin", "ops"), Duration.ofHours(1));

        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(published("operator"));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(decode(parts[2])));
        assertEquals("operator", JSON.readTree(decode(parts[0])).get("kid").asText());
        JsonNode claims = JSON.readTree(decode(parts[1]));
        assertEquals("[\"admin\",\"ops\"]", claims.get("groups").toString());
        assertEquals("regulars", claims.get("aud").asText());
        assertEquals(3600, claims.get("exp").asLong() - claims.get("iat").asLong());
    }

    private PublicKey published(String kid) throws Exception {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        for (JsonNode key : JSON.readTree(folder.resolve("peers.jwks").toFile()).get("keys")) {
            if (!key.get("kid").asText().equals(kid)) continue;
            ECPoint point = new ECPoint(number(key.get("x")), number(key.get("y")));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        }
        throw new AssertionError("no key " + kid);
    }

    private static BigInteger number(JsonNode value) {
        return new BigInteger(1, decode(value.asText()));
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
