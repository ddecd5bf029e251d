package io.regulars.journeys;

import static io.regulars.journeys.TheSuite.anybody;
import static io.regulars.journeys.TheSuite.as;
import static io.regulars.journeys.TheSuite.staff;

import io.regulars.local.simulator.town.ReceiptIds;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One request for each operation and relation that docs/authorisation.csv names. Its own things are Ana's, who buys in
 * S-001; a till of S-001 finds another store's receipt in S-002.
 *
 * @param customer Ana, who is a member
 */
record ThingsAskedFor(String customer, String purchase, String elsewhere) {

    static ThingsAskedFor ofAna() {
        Shopper ana = new Shopper("ana");
        String customer = ana.joins().then().statusCode(200).extract().path("customerId");
        String purchase = id(ana.buys("1", 25_99));
        String elsewhere = id(as(staff("service"))
                .header("Prefer", "wait=5")
                .body(receipt("S-002", "total", 5_00))
                .post("/v1/purchases"));
        return new ThingsAskedFor(customer, purchase, elsewhere);
    }

    private static String id(Response applied) {
        return applied.then().statusCode(200).extract().path("purchaseId");
    }

    /** What is answered; {@code credential} is null for nobody. */
    int status(String operation, String relation, String credential) {
        RequestSpecification request = credential == null ? anybody() : as(credential);
        String store = relation.equals("otherStore") ? "S-002" : "S-001";
        String customerId = relation.equals("missing") ? anId() : customer;
        Response response = switch (operation) {
            case "recordPurchase" -> request.body(receipt(store, "total", 5_00)).post("/v1/purchases");
            case "recordBatch" -> request.body(List.of(inBatch(store))).post("/v1/purchases/batch");
            case "recordRefund" ->
                request.body(receipt(store, "reason", "cold")).post("/v1/refunds");
            case "voidPurchase" -> undone(request, receipt(store, "total", 5_00));
            case "recordExchange" -> exchanged(request, store);
            case "recordTouchpoint" -> request.body(visit(store)).post("/v1/touchpoints");
            case "getPurchase" -> request.get("/v1/purchases/" + receiptId(relation));
            case "getCustomer" -> request.get("/v1/customers/" + customerId);
            case "changeCustomer" ->
                request.body(Map.of("attributes", Map.of("diet", "vegan"))).patch("/v1/customers/" + customerId);
            case "getTimeline" -> request.get("/v1/customers/" + customerId + "/timeline");
            case "mergeCustomers", "previewMerge", "unmergeCustomers", "listMerges" ->
                MergesAskedFor.asks(operation, request, customerId);
            case "getWallet" -> request.get("/v1/members/" + customerId + "/wallet");
            case "getLedger" -> request.get("/v1/members/" + customerId + "/ledger");
            case "getTier",
                    "giveTier",
                    "lockTier",
                    "unlockTier",
                    "useBenefit",
                    "endMembership",
                    "leave",
                    "setMemberStatus" -> MembershipsAskedFor.asks(operation, request, customerId, store);
            case "getMe" -> request.get("/v1/me");
            case "getTime" -> request.get("/v1/time");
            case "enrol" ->
                request.header("Idempotency-Key", anId()).body(wish(relation)).post("/v1/members");
            case "setClock" ->
                request.body(Map.of("now", "2026-11-21T10:00:00Z")).post("/v1/clock");
            case "createStoreKey" ->
                request.body(Map.of("stores", List.of("S-001"))).post("/v1/store-keys");
            case "listStoreKeys" -> request.get("/v1/store-keys");
            case "revokeStoreKey" -> request.delete("/v1/store-keys/" + keyId(relation));
            case "askForCode" ->
                request.body(Map.of("email", anId() + "@example.com")).post("/v1/auth/code");
            case "signIn" -> request.body(proof()).post("/v1/auth/token");
            case "renewSignIn" -> request.body(Map.of("refreshToken", anId())).post("/v1/auth/refresh");
            case "listReceiptConflicts" -> request.get("/v1/receipt-conflicts");
            case "listUnreferencedRefunds" -> request.get("/v1/refunds");
            case "listParked" -> request.get("/v1/parked");
            case "replayParked" -> request.body(parked()).post("/v1/parked/replay");
            case "listProgrammes",
                    "getProgramme",
                    "listProgrammeVersions",
                    "getProgrammeVersion",
                    "diffProgrammeVersions",
                    "draftProgramme",
                    "publishProgrammeVersion",
                    "withdrawProgrammeVersion",
                    "listApprovals",
                    "simulateProgramme",
                    "listProgrammeSwitches",
                    "turnProgrammeSwitch",
                    "listProducts",
                    "putProducts",
                    "removeProduct" -> ProgrammesAskedFor.asks(operation, request);
            case "getLots",
                    "listAdjustments",
                    "adjustPoints",
                    "approveAdjustment",
                    "refuseAdjustment",
                    "extendLot",
                    "reinstateLot",
                    "listProposedMerges",
                    "acceptMerge",
                    "refuseMerge",
                    "importOpeningBalances" -> new AdjustmentsAskedFor(customerId).asks(operation, request);
            case "listStores",
                    "getStore",
                    "setStore",
                    "listBlockedValues",
                    "blockValue",
                    "unblockValue",
                    "listSuggestions",
                    "listPassedOver",
                    "countPassedOver" -> RecognitionAskedFor.asks(operation, relation, request);
            default ->
                throw new IllegalArgumentException("docs/authorisation.csv names the operation " + operation
                        + ", and ThingsAskedFor has no request for it: add one there");
        };
        return response.statusCode();
    }

    private static String anId() {
        return UUID.randomUUID().toString();
    }

    private String receiptId(String relation) {
        return switch (relation) {
            case "missing" -> anId();
            case "otherStore" -> elsewhere;
            default -> purchase;
        };
    }

    private static String keyId(String relation) {
        return relation.equals("missing")
                ? anId()
                : EverybodyAtTheDoor.storeKey("record").getString("id");
    }

    private static Map<String, Object> wish(String relation) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("customer", Map.of("card", "97" + anId().substring(0, 8)));
        wish.put("consent", Map.of("text", "I join", "version", "1", "channel", "store"));
        if (relation.equals("backdated")) wish.put("enrolledAt", "2026-01-01T00:00:00Z");
        return wish;
    }

    /** A receipt or, by what else is said of it, a refund that nobody posted before. */
    private static Map<String, Object> receipt(String store, String also, Object value) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> receipt = new HashMap<>();
        receipt.put(also, value);
        receipt.put("store", store);
        receipt.put("terminal", "T-1");
        receipt.put("receipt", anId().substring(0, 18));
        receipt.put("businessDate", LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
        receipt.put("occurredAt", now.toString());
        receipt.put("currency", "USD");
        receipt.put("customer", Map.of("card", "97" + anId().substring(0, 8)));
        receipt.put("lines", List.of(Map.of("sku", "A1", "quantity", 1, "amount", 5_00)));
        return receipt;
    }

    /** Named by what is printed on it, a receipt can be undone before it comes. */
    private static Response undone(RequestSpecification request, Map<String, Object> receipt) {
        Map<String, Object> printed = new HashMap<>(receipt);
        printed.keySet().retainAll(List.of("store", "terminal", "receipt", "businessDate"));
        String[] key = Stream.of("store", "terminal", "businessDate", "receipt")
                .map(part -> printed.get(part).toString())
                .toArray(String[]::new);
        return request.body(Map.of("original", printed, "occurredAt", receipt.get("occurredAt")))
                .post("/v1/purchases/" + ReceiptIds.purchase(key) + "/void");
    }

    private static Response exchanged(RequestSpecification request, String store) {
        Map<String, Object> refund = receipt(store, "reason", "cold");
        return request.body(Map.of("refund", refund, "purchase", receipt(store, "total", 5_00)))
                .post("/v1/exchanges");
    }

    private static Map<String, Object> inBatch(String store) {
        Map<String, Object> receipt = receipt(store, "total", 5_00);
        receipt.put("type", "purchase");
        return receipt;
    }

    private static Map<String, Object> visit(String store) {
        return Map.of(
                "type",
                "visit",
                "ref",
                anId(),
                "channel",
                "web",
                "store",
                store,
                "customer",
                Map.of("card", "97" + anId().substring(0, 8)),
                "occurredAt",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Map<String, Object> parked() {
        return Map.of("service", "crm", "view", "intake-recording", "subject", "1");
    }

    private static Map<String, Object> proof() {
        return Map.of("email", "a@example.com", "challenge", "ch", "code", "00000000");
    }
}
