package io.regulars.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.crm.Till.Posted;
import io.regulars.events.CustomerRef;
import io.regulars.events.Event;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.IdentityConflict;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.events.TouchpointEvent.ReceiptRepeated;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.platform.database.Database;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.SuiteResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class IntakeEventsTest {

    @Inject
    Database database;

    @Test
    void a_new_receipt_is_recorded_under_a_new_customer() {
        Posted posted = Till.sells(Till.newCard());
        UUID ana = Doors.customerOf(posted.id());

        assertEquals(2, Doors.timeline(ana, 2).getList("data").size());
        assertEquals(1, said(CustomerIdentified.class, ana).size());
        PurchaseRecorded recorded = said(PurchaseRecorded.class, ana).get(0);
        assertEquals(posted.id(), recorded.purchaseId());
        assertEquals(
                said(CustomerIdentified.class, ana).get(0).identifiers().get(0).ref(), recorded.identifierRef());
        assertNull(recorded.purchase().customer());
    }

    @Test
    void a_receipt_that_comes_again_has_no_second_effect() {
        Posted posted = Till.sells(Till.newCard());
        posted.again();
        posted.again();
        Doors.receipt(posted.id(), it -> it.getInt("repeats") == 2);
        UUID ana = Doors.customerOf(posted.id());

        Doors.timeline(ana, 4);
        assertEquals(1, said(PurchaseRecorded.class, ana).size());
        assertEquals(2, said(ReceiptRepeated.class, ana).size());
    }

    @Test
    void a_receipt_with_other_content_is_listed_and_changes_nothing() {
        CustomerRef card = Till.newCard();
        Posted posted = Till.sells(card);
        Posted other = Till.sells(posted.id(), card, 99_00);
        other.again();
        Doors.receipt(posted.id(), it -> it.getInt("conflicts") == 2);
        UUID ana = Doors.customerOf(posted.id());

        Doors.timeline(ana, 4);
        assertEquals(12_99L, said(PurchaseRecorded.class, ana).get(0).purchase().total());
        assertEquals(2, said(ReceiptConflicted.class, ana).size());
        JsonPath listed = Doors.get("/v1/receipt-conflicts?limit=100").jsonPath();
        String it = "data.find { it.receiptId == '" + posted.id() + "' }";
        assertEquals(2, listed.getInt(it + ".times"));
        assertEquals(9900, listed.getInt(it + ".posted.total"));
        assertFalse(listed.prettify().contains(card.card()), "a list for many eyes shows no identifiers");
    }

    @Test
    void records_read_again_have_no_effect_at_all() {
        Posted posted = Till.sells(Till.newCard());
        Posted repeat = Till.sells(posted.id(), null, 1);
        Posted refund = Till.takesBack(posted.id(), null);
        Doors.receipt(refund.id());
        Doors.receipt(posted.id(), it -> it.getInt("conflicts") == 1);
        UUID ana = Doors.customerOf(posted.id());
        for (int i = 0; i < 3; i++) List.of(posted, repeat, refund).forEach(Posted::replayed);
        Doors.receipt(Till.takesBack(posted.id(), null).id());

        assertEquals(1, Doors.receipt(posted.id()).getInt("conflicts"));
        assertEquals(0, Doors.receipt(posted.id()).getInt("repeats"));
        assertEquals(5, Doors.timeline(ana, 5).getList("data").size());
    }

    @Test
    void identifiers_of_one_receipt_link_up() {
        CustomerRef card = Till.newCard();
        String mail = Till.newMail();
        UUID ana = Doors.customerOf(Till.sells(card).id());
        UUID same = Doors.customerOf(Till.sells(new CustomerRef(null, card.card(), mail, null, null, null))
                .id());

        assertEquals(ana, same);
        assertEquals(
                ana,
                Doors.customerOf(
                        Till.sells(CustomerRef.email(" " + mail.toLowerCase())).id()));
    }

    @Test
    void two_customers_on_one_receipt_are_a_conflict_for_people_to_solve() {
        CustomerRef card = Till.newCard();
        String mail = Till.newMail();
        UUID ana = Doors.customerOf(Till.sells(card).id());
        UUID ben = Doors.customerOf(Till.sells(CustomerRef.email(mail)).id());
        Posted both = Till.sells(new CustomerRef(null, card.card(), mail, null, null, null));

        assertEquals(ana, Doors.customerOf(both.id()));
        Doors.timeline(ana, 4);
        IdentityConflict conflict = said(IdentityConflict.class, ana).get(0);
        assertEquals(List.of(ben), conflict.otherCustomerIds());
        assertEquals(both.id(), conflict.causedBy());
        assertEquals(ben, Doors.customerOf(Till.sells(CustomerRef.email(mail)).id()));
    }

    @Test
    void an_id_nobody_has_names_nobody() {
        Posted posted = Till.sells(CustomerRef.known(UUID.randomUUID()));

        assertNull(Doors.receipt(posted.id()).get("customerId"));
        Doors.timeline(posted.id(), 1);
        assertEquals(1, said(PurchaseRecorded.class, posted.id()).size());
    }

    @Test
    void a_refund_before_its_purchase_waits_and_is_then_recorded_with_it() {
        UUID purchase = UUID.randomUUID();
        Posted refund = Till.takesBack(purchase, null);
        assertEquals("waiting", Doors.receipt(refund.id()).get("status"));
        assertEquals(404, Doors.get("/internal/receipts/{id}", purchase).statusCode());

        Till.sells(purchase, Till.newCard(), 12_99);
        UUID ana = Doors.customerOf(purchase);

        assertEquals("applied", Doors.receipt(refund.id()).get("status"));
        assertEquals(ana, Doors.customerOf(refund.id()));
        Doors.timeline(ana, 3);
        assertEquals(purchase, said(PurchaseRefunded.class, ana).get(0).originalId());
        assertNull(said(PurchaseRefunded.class, ana).get(0).refund().reason());
    }

    @Test
    void a_refund_that_names_its_customer_does_not_wait() {
        CustomerRef card = Till.newCard();
        UUID ana = Doors.customerOf(Till.sells(card).id());
        Posted refund = Till.takesBack(UUID.randomUUID(), card);

        assertEquals("applied", Doors.receipt(refund.id()).get("status"));
        assertEquals(ana, Doors.customerOf(refund.id()));
    }

    @Test
    void a_touchpoint_is_told_once_and_without_what_was_said() {
        CustomerRef card = Till.newCard();
        Posted visit = Till.notes("complaint", card);
        visit.again();
        visit.replayed();
        Posted anonymous = Till.notes("visit", null);
        UUID ana = Doors.customerOf(Till.sells(card).id());

        Doors.timeline(ana, 3);
        TouchpointRecorded told = said(TouchpointRecorded.class, ana).get(0);
        assertEquals("complaint", told.type());
        assertEquals(4, told.rating());
        assertFalse(new String(Json.bytes(told), StandardCharsets.UTF_8).contains("secret"));
        assertEquals(1, said(TouchpointRecorded.class, ana).size());
        assertEquals("secret words", stored(visit.id()));
        assertNotEquals(0, stored(anonymous.id()).length());
        assertTrue(Listener.all(Topic.TOUCHPOINTS, TouchpointRecorded.class).stream()
                .noneMatch(touchpoint -> touchpoint.touchpointId().equals(anonymous.id())));
    }

    private String stored(UUID touchpoint) {
        return org.awaitility.Awaitility.await()
                .until(
                        () -> database.inTransaction(tx -> {
                            var rows = tx.rows(
                                    "select data ->> 'says' from touchpoint where touchpoint_id = $1", touchpoint);
                            return rows.size() == 0
                                    ? null
                                    : rows.iterator().next().getString(0);
                        }),
                        java.util.Objects::nonNull);
    }

    private static <E extends Event> List<E> said(Class<E> kind, UUID subject) {
        return Listener.all(Topic.TOUCHPOINTS, kind).stream()
                .filter(event -> event.subject().equals(subject))
                .toList();
    }
}
