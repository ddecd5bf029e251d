package io.regulars.gateway.testing;

import io.regulars.gateway.receipt.NaturalKeys;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;

/** Receipts that are undone or exchanged. */
public final class Undoing {

    private static final String DAY = "2026-11-21";

    private Undoing() {}

    /** A receipt that nobody posted before, by what is printed on it. */
    public static String original(String store, String receipt) {
        return "{\"store\":\"" + store + "\",\"terminal\":\"T-1\",\"receipt\":\"" + receipt + "\",\"businessDate\":\""
                + DAY + "\"}";
    }

    public static UUID purchaseId(String store, String receipt) {
        return NaturalKeys.purchase(store, "T-1", LocalDate.parse(DAY), receipt);
    }

    public static String body(String original) {
        return "{\"occurredAt\":\"2026-11-21T10:21:00Z\",\"reason\":\"rung up twice\",\"original\":" + original + "}";
    }

    static int voids(RequestSpecification request, String store) {
        String receipt = Receipts.number();
        return request.contentType(ContentType.JSON)
                .body(body(original(store, receipt)))
                .post("/v1/purchases/" + purchaseId(store, receipt) + "/void")
                .statusCode();
    }

    public static String exchange(String store) {
        String refund = Receipts.refund(r -> r.put("store", store).put("receipt", Receipts.number()));
        String purchase = Receipts.purchase(p -> p.put("store", store).put("receipt", Receipts.number()));
        return "{\"refund\":" + refund + ",\"purchase\":" + purchase + "}";
    }
}
