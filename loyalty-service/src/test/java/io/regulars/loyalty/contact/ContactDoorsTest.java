package io.regulars.loyalty.contact;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.regulars.platform.testing.Contexts;
import io.restassured.http.ContentType;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Contacts as the service hears of them, through its tables and doors. */
@QuarkusTest
@TestProfile(NewInstallation.class)
class ContactDoorsTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final String KEPT = """
        select count(*) as kept, min(touchpoint_id::text) as touchpoint, bool_or(late) as late
        from award_without_purchase where customer_id = $1
        """;

    @Inject
    Desk desk;

    @Test
    void a_review_brings_points_once() {
        club("reviewing", "");
        enrols("rita", "reviewing");
        desk.hears(contact("review", "rita", NOW, null, 5));
        desk.hears(contact("review", "rita", NOW, null, 5));

        asks("rita", "wallet", "reviewing").then().body("points.active", equalTo(50));
        assertEquals("review", desk.said("rita", "points.awarded").get(0).get("trigger"));
        assertEquals(1, desk.said("rita", "points.awarded").size());
        Row kept = desk.row(KEPT, "rita");
        assertEquals(1, kept.getLong("kept"));
        assertEquals(id("review of rita at " + NOW).toString(), kept.getString("touchpoint"));
        assertEquals(false, kept.getBoolean("late"));
        assertThrows(RuntimeException.class, () -> desk.commits("delete from contact"));
    }

    @Test
    void points_wait_for_the_delivery_and_the_time_it_can_be_sent_back() {
        club("posting", "pending: { kind: event, event: custom.delivered, cancellation: PT336H }");
        enrols("petra", "posting");
        desk.sells("petra-1", "petra", 80_00);
        asks("petra", "lots", "posting")
                .then()
                .body("data.waitsFor", contains("custom.delivered"))
                .body("data[0].startsAt", equalTo(null));
        desk.hears(contact("custom.delivered", "petra", NOW, "petra-1", null));

        Instant starts = NOW.plus(Duration.ofHours(336));
        asks("petra", "lots", "posting")
                .then()
                .body("data.startsAt", contains(starts.toString()))
                .body("data[0].waitsFor", equalTo(null))
                .body("data.remaining", contains(80));
        asks("petra", "wallet", "posting")
                .then()
                .body("points.pending", equalTo(80))
                .body("wallets[0].starting", equalTo(Map.of(starts.toString(), 80)));
    }

    @Test
    void a_delivery_that_is_heard_of_before_its_purchase_starts_the_points_at_once() {
        club("hasty", "pending: { kind: event, event: custom.delivered }");
        enrols("hanna", "hasty");
        desk.hears(contact("custom.delivered", "hanna", NOW, "hanna-1", null));
        desk.sells("hanna-1", "hanna", 80_00);

        asks("hanna", "wallet", "hasty").then().body("points.active", equalTo(80));
    }

    @Test
    void a_delivery_before_the_opt_in_starts_the_points_of_a_purchase_before_it() {
        club("counter", "pending: { kind: event, event: custom.delivered }");
        desk.sells("corin-1", "corin", 80_00);
        desk.hears(contact("custom.delivered", "corin", NOW, "corin-1", null));
        desk.hears(contact("review", "corin", NOW, null, 5));
        enrols("corin", "counter");

        asks("corin", "wallet", "counter")
                .then()
                .body("points.active", equalTo(80))
                .body("points.pending", equalTo(0));
    }

    @Test
    void ends_that_one_batch_moves_are_each_kept_with_their_own_lots() {
        club("batched", "pending: { kind: event, event: custom.delivered }, expiry: { kind: rolling, after: P12M }");
        enrols("bert", "batched");
        enrols("bibi", "batched");
        for (String receipt : List.of("bert-1", "bert-2")) desk.sells(receipt, "bert", 80_00);
        desk.sells("bibi-1", "bibi", 80_00);
        desk.hears(
                contact("custom.delivered", "bibi", NOW, "bibi-1", null),
                contact("custom.delivered", "bert", NOW.plusMillis(1), "bert-2", null),
                contact("custom.delivered", "bert", NOW, "bert-1", null));

        assertEquals("{2} {1}", ends("bert"));
        assertEquals("{1}", ends("bibi"));
    }

    /** The lots of each row, whose ends were not known until then. */
    private String ends(String customer) {
        return desk.row("""
                select string_agg(lots::text, ' ' order by number) as lots from ends_put_off
                where customer_id = $1 and ended_at[1] is null and cardinality(lots) = 1""", customer).getString("lots");
    }

    @Test
    void a_visit_puts_the_end_of_points_off_and_what_ended_when_is_kept() {
        club("lively", "expiry: { kind: inactivity, after: P12M, activities: [purchase, visit] }");
        enrolled("luna", "lively", NOW.minus(Duration.ofDays(9)));
        Instant bought = NOW.minus(Duration.ofDays(8));
        desk.hears(Club.recorded("luna-1", "luna", Club.purchase(bought, false, Club.line(1, "A", 80_00))));
        String before = asks("luna", "lots", "lively").jsonPath().getString("data[0].expiresAt");
        desk.hears(contact("visit", "luna", NOW, null, null));

        String after = asks("luna", "lots", "lively").jsonPath().getString("data[0].expiresAt");
        assertEquals(Duration.ofDays(8), Duration.between(Instant.parse(before), Instant.parse(after)));
        asks("luna", "wallet", "lively").then().body("wallets[0].expiring", equalTo(Map.of(after, 80)));
        Row kept = desk.row("""
                select p.lots[1] as lot, p.ended_at[1] as ended, p.transfers, w.due_at, m.signs
                from ends_put_off p join wallet w using (customer_id, programme)
                join membership m using (customer_id, programme) where p.customer_id = $1""", "luna");
        assertEquals(1, kept.getLong("lot"));
        assertEquals(1, kept.getLong("transfers"));
        assertEquals(Instant.parse(before), kept.getOffsetDateTime("ended").toInstant());
        assertEquals(Instant.parse(after), kept.getOffsetDateTime("due_at").toInstant());
        assertEquals("{\"checkIn\":\"" + NOW + "\",\"purchase\":\"" + bought + "\"}", kept.getString("signs"));
    }

    private static void enrols(String customer, String programme) {
        Desk.enrols(customer, programme).then().statusCode(200);
    }

    private static void enrolled(String customer, String programme, Instant at) {
        Map<String, Object> consent = Map.of("text", "I join the club.", "version", "2026-01", "channel", "store");
        given().header("Authorization", Contexts.onBehalfOf("loyalty", Contexts.staff("admin", "admin")))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "customerId",
                        id(customer),
                        "programme",
                        programme,
                        "consent",
                        consent,
                        "enrolledAt",
                        at.toString()))
                .post("/v1/members")
                .then()
                .statusCode(200);
    }

    private static TouchpointRecorded contact(
            String type, String customer, Instant at, String purchase, Integer rating) {
        return new TouchpointRecorded(
                id(type + " of " + customer + " at " + at),
                id(customer),
                null,
                type,
                "app",
                null,
                purchase == null ? null : id(purchase),
                rating,
                at);
    }

    private static void club(String id, String points) {
        published(id, """
                format: 1
                id: %s
                zone: UTC
                wallets: [{ id: points, %s }]
                earning:
                  rules:
                    - { id: base, gives: { points: 1, per: 1.00 } }
                    - { id: review, trigger: review, gives: { fixed: 50 }, when: "event.numbers['rating'] > 3" }
                """.formatted(id, points));
    }
}
