package io.regulars.gateway.testing;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everybody the authorisation matrix names, with a credential that is really theirs. */
public final class Principals {

    public static final List<String> NAMES = List.of(
            "nobody",
            "garbage",
            "unknownKey",
            "revokedKey",
            "expired",
            "forged",
            "peer",
            "peerContext",
            "tillRecord",
            "tillLookup",
            "tillRedeem",
            "member",
            "support",
            "support-adjust",
            "marketing",
            "analyst",
            "dpo",
            "ops",
            "admin",
            "service");

    private static final Duration SHORT = Duration.ofMinutes(5);

    private final Map<String, String> credentials = new HashMap<>();

    /** The Authorization header, or null for nobody. */
    public String named(String name) {
        if (name.equals("nobody")) return null;
        return credentials.computeIfAbsent(name, Principals::make);
    }

    private static String make(String name) {
        return switch (name) {
            case "garbage" -> "Bearer garbage";
            case "unknownKey" -> "Bearer rk_" + "A".repeat(43);
            case "revokedKey" -> revoked();
            case "expired" ->
                Callers.token("operator", "operator", "regulars", "x", Duration.ofMinutes(-5), Set.of("admin"));
            case "forged" -> Callers.token("crm", "operator", "regulars", "x", SHORT, Set.of("admin"));
            case "peer" -> Callers.token("crm", "crm", "regulars", "x", SHORT, Set.of("crm"));
            case "peerContext" -> Callers.token("gateway", "gateway", "loyalty", "x", SHORT, Set.of("gateway"));
            case "tillRecord" -> Callers.storeKey(List.of("S-001"), "record");
            case "tillLookup" -> Callers.storeKey(List.of("S-001"), "lookup");
            case "tillRedeem" -> Callers.storeKey(List.of("S-001"), "redeem");
            case "member" -> Callers.member(UUID.randomUUID());
            default -> Callers.staff(name);
        };
    }

    private static String revoked() {
        Map<String, String> key = Callers.made(List.of("S-001"), "record", "lookup", "redeem");
        given().header("Authorization", Callers.staff("admin"))
                .delete("/v1/store-keys/" + key.get("id"))
                .then()
                .statusCode(200);
        return key.get("key");
    }
}
