package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.SUITE;
import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;
import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a card and an address of her own, who shops at one till. */
final class Shopper {
    private static final String STORE_KEY = storeKey("S-001");
    private static final String NEIGHBOURS_KEY = storeKey("S-002");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String card = "98" + run;
    private final String email;

    Shopper(String name) {
        email = name + "." + run + "@example.org";
    }

    private static String storeKey(String store) {
        return as(staff("admin"))
                .body(Map.of("stores", List.of(store), "scopes", List.of("record", "lookup")))
                .post("/v1/store-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    String card() {
        return card;
    }

    String email() {
        return email;
    }

    Response joins() {
        return as(staff("service"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "customer",
                        Map.of("card", card, "email", email),
                        "consent",
                        Map.of("text", "I join", "version", "1", "channel", "store")))
                .post("/v1/members");
    }

    Response buys(String number, int total) {
        return posts(receipt(number, total));
    }

    Response buysUnnamed(String number, int total) {
        Map<String, Object> receipt = receipt(number, total);
        receipt.remove("customer");
        return posts(receipt);
    }

    private static Response posts(Map<String, Object> receipt) {
        return as(STORE_KEY).header("Prefer", "wait=5").body(receipt).post("/v1/purchases");
    }

    /** What the till that posted it is told of a purchase. */
    static Response seenByItsTill(String purchaseId) {
        return as(STORE_KEY).get("/v1/purchases/" + purchaseId);
    }

    static Response seenByAnotherStore(String purchaseId) {
        return as(NEIGHBOURS_KEY).get("/v1/purchases/" + purchaseId);
    }

    /** The till undoes a whole receipt. */
    Response undoes(String purchaseId, String reason) {
        return as(STORE_KEY)
                .header("Prefer", "wait=5")
                .body(Map.of("occurredAt", now.toString(), "reason", reason))
                .post("/v1/purchases/" + purchaseId + "/void");
    }

    /** Brings back the second line of a purchase and buys something else. */
    Response exchanges(String number, int amount, String other, int total) {
        return as(STORE_KEY)
                .header("Prefer", "wait=5")
                .body(Map.of("refund", goods(number, amount), "purchase", receipt(other, total)))
                .post("/v1/exchanges");
    }

    /** Brings back the second line of a purchase. */
    Response brings(String number, int amount) {
        return as(STORE_KEY).body(goods(number, amount)).post("/v1/refunds");
    }

    private Map<String, Object> goods(String number, int amount) {
        Map<String, Object> refund = slip("r" + number);
        refund.put("occurredAt", now.toString());
        refund.put("currency", "USD");
        refund.put("original", slip(number));
        refund.put("lines", List.of(Map.of("line", 2, "sku", "B2", "quantity", 1, "amount", amount)));
        return refund;
    }

    Response wallet() {
        return as(staff("support")).get("/v1/members/card:" + card + "/wallet");
    }

    private Map<String, Object> receipt(String number, int total) {
        int second = total < 5_00 ? 0 : 5_00;
        Map<String, Object> receipt = slip(number);
        receipt.put("occurredAt", now.toString());
        receipt.put("currency", "USD");
        receipt.put("total", total);
        receipt.put("customer", Map.of("card", card));
        receipt.put(
                "lines", List.of(Map.of("sku", "A1", "amount", total - second), Map.of("sku", "B2", "amount", second)));
        return receipt;
    }

    /** What names a receipt. */
    private Map<String, Object> slip(String number) {
        return new HashMap<>(
                Map.of("store", "S-001", "terminal", "T-1", "receipt", run + "-" + number, "businessDate", day));
    }

    boolean isMailed(String word) {
        return given().get(messages()).asString().lines().anyMatch(all -> all.contains(email) && all.contains(word));
    }

    /** The sign-in code in the newest mail that has one. */
    String code() {
        List<Map<String, Object>> mails = given().get(messages()).jsonPath().getList("$");
        for (Map<String, Object> mail : mails) {
            Matcher digits = Pattern.compile("\\b\\d{6,8}\\b").matcher(String.valueOf(mail.get("text")));
            if (String.valueOf(mail.get("to")).contains(email) && digits.find()) return digits.group();
        }
        return null;
    }

    private static String messages() {
        return "http://127.0.0.1:" + SUITE.options().ports().mail() + "/messages";
    }
}
