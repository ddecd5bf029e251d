package io.regulars.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.local.infrastructure.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;

/** Tokens the operator signs (ES256, RFC 7515 compact form). */
public final class OperatorToken {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey key;
    private final Clock clock;

    private OperatorToken(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    public static OperatorToken signedWith(Secrets secrets) {
        try {
            JsonNode jwk = JSON.readTree(secrets.file("operator").toFile());
            return new OperatorToken(privateKey(jwk.get("d").asText()), Clock.systemUTC());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the operator's key cannot be read", unreadable);
        }
    }

    /** A token for the gateway. */
    public String mint(String subject, Collection<String> roles, Duration ttl) {
        return mint(subject, roles, "regulars", ttl);
    }

    public String mint(String subject, Collection<String> roles, String audience, Duration ttl) {
        Instant now = clock.instant();
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", "operator")
                .put("sub", subject)
                .put("aud", audience)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(ttl).getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        roles.forEach(claims.putArray("groups")::add);
        ObjectNode header =
                JSON.createObjectNode().put("alg", "ES256").put("typ", "JWT").put("kid", "operator");
        String signed = encode(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("the operator's key does not sign", refused);
        }
    }

    private static PrivateKey privateKey(String d) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            BigInteger secret = new BigInteger(1, Base64.getUrlDecoder().decode(d));
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("the operator's key is not an EC P-256 key", refused);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
