package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Everybody docs/authorisation.csv names, each with a credential that is really theirs. */
final class EverybodyAtTheDoor {

    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final List<String> ROLES =
            List.of("support", "support-adjust", "marketing", "analyst", "dpo", "ops", "admin", "service");

    private final String member;
    private final Map<String, String> credentials = new HashMap<>();

    /** @param member the customer whose own account the member sees */
    EverybodyAtTheDoor(String member) {
        this.member = member;
    }

    /** Null for nobody. */
    String credential(String principal) {
        return principal.equals("nobody") ? null : credentials.computeIfAbsent(principal, this::made);
    }

    private String made(String principal) {
        return switch (principal) {
            case "garbage" -> "garbage";
            case "unknownKey" -> "rk_" + "A".repeat(43);
            case "revokedKey" -> revoked();
            case "expired" -> token("operator", "operator", "regulars", "x", SHORT.negated(), "admin");
            case "forged" -> token("crm", "operator", "regulars", "x", SHORT, "admin");
            case "peer" -> token("crm", "crm", "regulars", "x", SHORT, "crm");
            case "peerContext" -> token("gateway", "gateway", "loyalty", "x", SHORT, "gateway");
            case "tillRecord" -> storeKey("record").getString("key");
            case "tillLookup" -> storeKey("lookup").getString("key");
            case "tillRedeem" -> storeKey("redeem").getString("key");
            case "member" -> token("gateway", "gateway", "regulars", member, SHORT, "member");
            default -> ofStaff(principal);
        };
    }

    private static String ofStaff(String role) {
        if (ROLES.contains(role)) return staff(role);
        throw new IllegalArgumentException("docs/authorisation.csv names " + role
                + ", and EverybodyAtTheDoor has no credential for them: add one there");
    }

    static JsonPath storeKey(String... scopes) {
        return as(staff("admin"))
                .body(Map.of("name", "matrix", "stores", List.of("S-001"), "scopes", List.of(scopes)))
                .post("/v1/store-keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String revoked() {
        JsonPath key = storeKey("record", "lookup", "redeem");
        as(staff("admin"))
                .delete("/v1/store-keys/" + key.getString("id"))
                .then()
                .statusCode(200);
        return key.getString("key");
    }

    /** @param signer whose key signs, @param issuer who it claims to be */
    private static String token(
            String signer, String issuer, String audience, String subject, Duration lifetime, String group) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", group);
        claims.setGeneratedJwtId();
        Instant now = Instant.now();
        claims.setIssuedAt(NumericDate.fromSeconds(now.minusSeconds(3_600).getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(signer);
        signature.setHeader("typ", "JWT");
        try {
            String key = Files.readString(SUITE.secrets().file(signer));
            signature.setKey(PublicJsonWebKey.Factory.newPublicJwk(key).getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
