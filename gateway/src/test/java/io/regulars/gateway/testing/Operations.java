package io.regulars.gateway.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One request for each operation and relation the authorisation matrix names. */
public final class Operations {

    private static final String CONSENT = "\"consent\":{\"text\":\"yes\",\"version\":\"1\",\"channel\":\"store\"}";

    private static final String PROGRAMME = "/v1/programmes/regulars";

    private Operations() {}

    /** Whether other services have a part in the answer. */
    public static boolean asksServices(String operation) {
        return Set.of(
                                "getPurchase",
                                "getCustomer",
                                "changeCustomer",
                                "getTimeline",
                                "mergeCustomers",
                                "previewMerge",
                                "unmergeCustomers",
                                "listMerges",
                                "enrol",
                                "getWallet",
                                "getLedger",
                                "getTier",
                                "giveTier",
                                "lockTier",
                                "unlockTier",
                                "useBenefit",
                                "endMembership",
                                "leave",
                                "setMemberStatus",
                                "getMe",
                                "listReceiptConflicts",
                                "listUnreferencedRefunds",
                                "listParked",
                                "replayParked",
                                "listProgrammes",
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
                                "getLots",
                                "listAdjustments",
                                "adjustPoints",
                                "approveAdjustment",
                                "refuseAdjustment",
                                "extendLot",
                                "reinstateLot",
                                "listProposedMerges",
                                "acceptMerge",
                                "refuseMerge",
                                "importOpeningBalances",
                                "listProducts",
                                "putProducts",
                                "removeProduct")
                        .contains(operation)
                || Recognising.OPERATIONS.contains(operation);
    }

    /** The status the gateway answers with. */
    public static int call(String operation, String relation, String credential) {
        RequestSpecification request = given();
        if (credential != null) request.header("Authorization", credential);
        String store = relation.equals("otherStore") ? "S-002" : "S-001";
        String id = UUID.randomUUID().toString();
        return switch (operation) {
            case "recordPurchase" -> post(request, "/v1/purchases", purchase(store));
            case "recordBatch" -> post(request, "/v1/purchases/batch", "[" + purchase(store) + "]");
            case "recordRefund" -> post(request, "/v1/refunds", Receipts.refund(r -> r.put("store", store)));
            case "voidPurchase" -> Undoing.voids(request, store);
            case "recordExchange" -> post(request, "/v1/exchanges", Undoing.exchange(store));
            case "recordTouchpoint" ->
                post(
                        request,
                        "/v1/touchpoints",
                        Receipts.touchpoint(t -> t.put("store", store).put("ref", id)));
            case "getPurchase" -> get(request, "/v1/purchases/" + id);
            case "getCustomer" -> get(request, "/v1/customers/" + id);
            case "changeCustomer" ->
                request.contentType(ContentType.JSON)
                        .body("{}")
                        .patch("/v1/customers/" + id)
                        .statusCode();
            case "getTimeline" -> get(request, "/v1/customers/" + id + "/timeline");
            case "mergeCustomers", "previewMerge", "unmergeCustomers", "listMerges" ->
                Merging.asks(operation, keyed(request, id));
            case "getWallet" -> get(request, "/v1/members/" + id + "/wallet");
            case "getLedger" -> get(request, "/v1/members/" + id + "/ledger");
            case "getTier",
                    "giveTier",
                    "lockTier",
                    "unlockTier",
                    "useBenefit",
                    "endMembership",
                    "leave",
                    "setMemberStatus" ->
                MemberOperations.call(operation, keyed(request, id), "/v1/members/" + id, store);
            case "getMe" -> get(request, "/v1/me");
            case "getTime" -> get(request, "/v1/time");
            case "enrol" -> post(request.header("Idempotency-Key", id), "/v1/members", wish(relation));
            case "listReceiptConflicts" -> get(request, "/v1/receipt-conflicts");
            case "listUnreferencedRefunds" -> get(request, "/v1/refunds");
            case "listParked" -> get(request, "/v1/parked");
            case "replayParked" -> post(request, "/v1/parked/replay", parked());
            case "listProgrammes" -> get(request, "/v1/programmes");
            case "getProgramme" -> get(request, PROGRAMME);
            case "listProgrammeVersions" -> get(request, PROGRAMME + "/versions");
            case "getProgrammeVersion" -> get(request, PROGRAMME + "/versions/1");
            case "diffProgrammeVersions" -> get(request, PROGRAMME + "/versions/1/diff?against=1");
            case "draftProgramme" -> post(request.header("Idempotency-Key", id), "/v1/programmes", "{}");
            case "publishProgrammeVersion" ->
                post(request.header("Idempotency-Key", id), PROGRAMME + "/versions/2/publish", "{}");
            case "withdrawProgrammeVersion" ->
                post(
                        request.header("Idempotency-Key", id),
                        PROGRAMME + "/versions/2/withdraw",
                        "{\"reason\":\"a test\"}");
            case "listApprovals" -> get(request, "/v1/approvals");
            case "simulateProgramme" -> post(request, PROGRAMME + "/simulate", "{\"purchase\":{\"total\":500}}");
            case "listProgrammeSwitches" -> get(request, PROGRAMME + "/switches");
            case "turnProgrammeSwitch" ->
                request.header("Idempotency-Key", id)
                        .contentType(ContentType.JSON)
                        .body("{\"what\":\"spending\",\"stopped\":false,\"reason\":\"a test\"}")
                        .put(PROGRAMME + "/switches")
                        .statusCode();
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
                    "importOpeningBalances" -> Adjusting.asks(operation, request.header("Idempotency-Key", id));
            case "listProducts" -> get(request, "/v1/products");
            case "putProducts" ->
                request.contentType(ContentType.JSON)
                        .body("[{\"sku\":\"A1\"}]")
                        .put("/v1/products")
                        .statusCode();
            case "removeProduct" -> request.delete("/v1/products/A1").statusCode();
            case "listStores",
                    "getStore",
                    "setStore",
                    "listBlockedValues",
                    "blockValue",
                    "unblockValue",
                    "listSuggestions",
                    "listPassedOver",
                    "countPassedOver" -> Recognising.asks(operation, request, id);
            case "setClock" -> post(request, "/v1/clock", "{\"now\":\"2026-11-21T10:00:00Z\"}");
            case "createStoreKey" -> post(request, "/v1/store-keys", "{\"stores\":[\"S-001\"]}");
            case "listStoreKeys" -> get(request, "/v1/store-keys");
            case "revokeStoreKey" ->
                request.delete("/v1/store-keys/" + key(relation)).statusCode();
            case "askForCode" -> post(request, "/v1/auth/code", "{\"email\":\"" + id + "@example.com\"}");
            case "signIn" -> post(request, "/v1/auth/token", proof());
            case "renewSignIn" -> post(request, "/v1/auth/refresh", "{\"refreshToken\":\"" + id + "\"}");
            default -> throw new IllegalArgumentException("no request is known for operation " + operation);
        };
    }

    private static RequestSpecification keyed(RequestSpecification request, String key) {
        return request.header("Idempotency-Key", key);
    }

    private static String purchase(String store) {
        return Receipts.purchase(p -> p.put("store", store).put("receipt", Receipts.number()));
    }

    private static String wish(String relation) {
        String enrolledAt = relation.equals("backdated") ? ",\"enrolledAt\":\"2026-01-01T00:00:00Z\"" : "";
        return "{\"customer\":{\"card\":\"1\"}," + CONSENT + enrolledAt + "}";
    }

    private static String parked() {
        return "{\"service\":\"crm\",\"view\":\"intake-recording\",\"subject\":\"1\"}";
    }

    private static String proof() {
        return "{\"email\":\"a@example.com\",\"challenge\":\"ch\",\"code\":\"00000000\"}";
    }

    private static String key(String relation) {
        return relation.equals("missing")
                ? UUID.randomUUID().toString()
                : Callers.made(List.of("S-001"), "record").get("id");
    }

    private static int get(RequestSpecification request, String path) {
        return request.get(path).statusCode();
    }

    private static int post(RequestSpecification request, String path, String body) {
        return request.contentType(ContentType.JSON).body(body).post(path).statusCode();
    }
}
