package io.regulars.loyalty;

import static io.regulars.loyalty.Club.id;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent;
import io.regulars.platform.access.Caller;
import io.regulars.platform.testing.Contexts;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.Speaker;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What loyalty-service sees of the world: the CRM on its topic, and the gateway that asks. */
final class Till {

    static final Caller SHOP = new Caller("key:shop-1", Caller.Kind.TILL, Set.of());
    static final Caller ADMIN = Contexts.staff("admin", "admin");

    private Till() {}

    static void hears(TouchpointEvent event) {
        Speaker.say(Topic.TOUCHPOINTS, event);
    }

    static Response enrols(String customer) {
        return enrols(customer, null, SHOP, UUID.randomUUID().toString());
    }

    static Response enrols(String customer, Instant enrolledAt, Caller caller, String key) {
        Map<String, Object> consent = Map.of("text", "I join the club.", "version", "2026-01", "channel", "store");
        Map<String, Object> request = enrolledAt == null
                ? Map.of("customerId", id(customer), "consent", consent)
                : Map.of("customerId", id(customer), "consent", consent, "enrolledAt", enrolledAt.toString());
        return given().header("Authorization", Contexts.onBehalfOf("loyalty", caller))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/v1/members");
    }

    static Response asks(String path, Object... parts) {
        return given().header("Authorization", Contexts.onBehalfOf("loyalty", SHOP))
                .get(path, parts);
    }

    static Response wallet(String customer) {
        return asks("/v1/members/{id}/wallet", id(customer));
    }

    /** The one answer to a receipt, once it is on the topic. */
    static PurchaseAssessed answerTo(String receipt) {
        return await().atMost(ofSeconds(30))
                .until(
                        () -> Listener.all(Topic.MEMBERSHIPS, PurchaseAssessed.class).stream()
                                .filter(each -> each.receiptId().equals(id(receipt)))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    static <E extends MembershipEvent> List<E> said(String customer, Class<E> kind) {
        return Listener.all(Topic.MEMBERSHIPS, kind).stream()
                .filter(each -> each.subject().equals(id(customer)))
                .toList();
    }
}
