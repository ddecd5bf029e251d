package io.regulars.crm;

import io.regulars.events.CustomerRef;
import io.regulars.events.Intake;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Topic;
import io.regulars.events.Touchpoint;
import io.regulars.events.Voiding;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.wire.Envelope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Posts what tills and apps post, as the gateway lays it on the intake topic. */
public final class Till {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Till() {}

    /** What was posted, to be sent again as it is or with a new record. */
    public record Posted(UUID id, Intake event, Envelope envelope) {

        /** The same receipt once more, as a till retries. */
        public void again() {
            Speaker.say(Topic.INTAKE, event);
        }

        /** The very same record once more, as a restored topic would bring it. */
        public void replayed() {
            Speaker.send(Topic.INTAKE, envelope, Json.bytes(event));
        }
    }

    public static Posted sells(CustomerRef customer) {
        return sells(UUID.randomUUID(), customer, 12_99);
    }

    public static Posted sells(UUID purchaseId, CustomerRef customer, long total) {
        return post(purchaseId, new PurchasePosted(purchaseId, purchase(customer, total, NOON), false, Instant.now()));
    }

    public static Posted sells(CustomerRef customer, Instant at) {
        UUID id = UUID.randomUUID();
        return post(id, new PurchasePosted(id, purchase(customer, 12_99, at), false, Instant.now()));
    }

    public static Posted sellsIn(String store, CustomerRef customer) {
        UUID id = UUID.randomUUID();
        return post(id, new PurchasePosted(id, purchase(store, customer, 12_99, NOON), false, Instant.now()));
    }

    public static Posted takesBack(UUID purchaseId, CustomerRef customer) {
        UUID id = UUID.randomUUID();
        return post(id, new RefundPosted(id, purchaseId, refund(customer), false, Instant.now()));
    }

    public static Posted voids(UUID purchaseId) {
        UUID id = Voiding.of(purchaseId);
        Voiding voiding = new Voiding("S-001", null, NOON, "rung up twice for Ms Smith");
        return post(id, new VoidPosted(id, purchaseId, voiding, false, Instant.now()));
    }

    public static Posted notes(String type, CustomerRef customer) {
        UUID id = UUID.randomUUID();
        Touchpoint touchpoint = new Touchpoint(
                type, id.toString(), "app", "app", null, customer, NOON, Map.of("says", "secret words", "rating", 4));
        return post(id, new TouchpointPosted(id, touchpoint, Instant.now()));
    }

    public static CustomerRef newCard() {
        return CustomerRef.card("98" + UUID.randomUUID());
    }

    public static String newMail() {
        return "Shopper." + UUID.randomUUID() + "@Example.com";
    }

    private static Posted post(UUID id, Intake event) {
        return new Posted(id, event, Speaker.say(Topic.INTAKE, event));
    }

    public static Purchase purchase(CustomerRef customer, long total, Instant at) {
        return purchase("S-001", customer, total, at);
    }

    private static Purchase purchase(String store, CustomerRef customer, long total, Instant at) {
        Purchase.Line line =
                new Purchase.Line(1, null, "A1", "coffee", null, null, null, BigDecimal.ONE, null, null, 0, total);
        return new Purchase(
                store,
                "T-1",
                "000123",
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                null,
                "USD",
                total,
                null,
                0,
                0,
                0,
                false,
                customer,
                List.of(line),
                null,
                List.of(new Purchase.Tender("cash", total)));
    }

    private static Refund refund(CustomerRef customer) {
        return new Refund(
                "S-001",
                "T-1",
                "R000124",
                LocalDate.parse("2026-03-03"),
                NOON,
                "USD",
                null,
                customer,
                List.of(new Refund.Line(1, "A1", BigDecimal.ONE, 12_99L)),
                "did not fit Ms Smith");
    }
}
