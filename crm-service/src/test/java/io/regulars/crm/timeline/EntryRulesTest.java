package io.regulars.crm.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.crm.timeline.EntryRules.Entry;
import io.regulars.events.EngagementEvent.MessageDue;
import io.regulars.events.EngagementEvent.MessageSent;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.events.Event;
import io.regulars.events.Intake;
import io.regulars.events.MembershipEvent.Adjustment;
import io.regulars.events.MembershipEvent.BenefitUsed;
import io.regulars.events.MembershipEvent.Leaving;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.MemberLeft;
import io.regulars.events.MembershipEvent.MemberStatus;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.events.MembershipEvent.MembershipJoined;
import io.regulars.events.MembershipEvent.MembershipParted;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsActivated;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.events.MembershipEvent.PointsAwarded;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsExpired;
import io.regulars.events.MembershipEvent.PointsExpiring;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierAtRisk;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.TouchpointEvent.Attribute;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.events.TouchpointEvent.CustomersMerged;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.events.TouchpointEvent.Identifier;
import io.regulars.events.TouchpointEvent.IdentityConflict;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.events.TouchpointEvent.ReceiptRepeated;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.events.Types;
import io.regulars.events.Voiding;
import io.regulars.platform.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EntryRulesTest {

    private static final UUID ID = UUID.fromString("0198c7a0-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Points POINTS = new Points(12, 0, 112);

    private static final List<Event> ONE_OF_EACH = List.of(
            new CustomerIdentified(ID, List.of(new Identifier("card", ID)), NOW),
            new CustomerShared(ID, "05-14", List.of(new Attribute("diet", "vegan")), NOW),
            new IdentityConflict(ID, List.of(ID), ID, NOW),
            new CustomersMerged(ID, ID, ID, ID, List.of(ID), NOW),
            new CustomersUnmerged(ID, ID, ID, ID, List.of(), List.of(ID), NOW),
            purchase(false),
            new PurchaseRefunded(ID, ID, null, null, refund()),
            new PurchaseVoided(ID, ID, null, null, new Voiding("S-1", DAY, NOW, null)),
            new ReceiptRepeated(ID, null, NOW),
            new ReceiptConflicted(ID, null, NOW),
            new TouchpointRecorded(ID, ID, ID, "visit", "store", "S-1", null, null, NOW),
            new MemberEnrolled(ID, "main", NOW, NOW, "app", "2026-01", "blue", NOW),
            assessed(Outcome.EARNED, POINTS),
            new PointsEarned(ID, "main", ID, List.of(), POINTS, NOW),
            new PointsReversed(ID, "main", ID, ID, List.of(), POINTS, NOW),
            new PointsAdjusted(ID, "main", "points", Adjustment.GOODWILL, 1, POINTS, NOW),
            new PointsActivated(ID, "main", "points", 1, POINTS, NOW),
            new PointsExpired(ID, "main", "points", 1, POINTS, NOW),
            new PointsExpiring(ID, "main", "points", 1, NOW, 30, NOW),
            new PointsAwarded(ID, "main", "signUp", List.of(), POINTS, NOW),
            new MemberLeft(ID, "main", Leaving.FROZEN, NOW),
            new MemberStatusChanged(ID, "main", MemberStatus.ACTIVE, MemberStatus.BLOCKED, false, NOW),
            new MembershipJoined(ID, "main", ID, ID, "gold", POINTS, NOW),
            new MembershipParted(ID, "main", ID, ID, true, "gold", POINTS, NOW),
            new TierAtRisk(ID, "main", "gold", "blue", DAY, 1, NOW),
            new BenefitUsed(ID, "main", "coffee", "gold", NOW),
            new TierChanged(ID, "main", "blue", "gold", 1, null, NOW),
            new MessageDue(ID, ID, "welcome", 1, ID, NOW),
            new MessageSent(ID, ID, "welcome", "email", NOW),
            new MessageSuppressed(ID, ID, "welcome", "email", "noAddress", NOW));

    @Test
    void every_fact_of_the_suite_has_something_to_show() {
        Set<String> shown = ONE_OF_EACH.stream().map(Types::nameOf).collect(Collectors.toSet());
        Types.all().forEach((name, kind) -> {
            if (!Intake.class.isAssignableFrom(kind)) assertTrue(shown.contains(name), name + " is not shown yet");
        });
        for (Event fact : ONE_OF_EACH) {
            String detail = json(EntryRules.of(fact));
            assertTrue(detail.length() > 10 && detail.length() < 250, Types.nameOf(fact) + ": " + detail);
            assertFalse(detail.contains("null"), detail);
        }
    }

    @Test
    void a_purchase_shows_where_and_how_much() {
        Entry entry = EntryRules.of(purchase(false));

        assertEquals("store", entry.channel());
        assertEquals("S-1", entry.store());
        assertEquals("{\"purchaseId\":\"" + ID + "\",\"total\":0,\"currency\":\"USD\",\"lines\":0}", json(entry));
        assertTrue(json(EntryRules.of(purchase(true))).endsWith(",\"training\":true}"));
    }

    @Test
    void an_assessment_shows_its_outcome_also_without_points() {
        assertEquals(
                "{\"receiptId\":\"" + ID + "\",\"outcome\":\"earned\",\"points\":12,\"balance\":112,\"tier\":\"blue\"}",
                json(EntryRules.of(assessed(Outcome.EARNED, POINTS))));
        assertEquals(
                "{\"receiptId\":\"" + ID + "\",\"outcome\":\"notMember\",\"tier\":\"blue\"}",
                json(EntryRules.of(assessed(Outcome.NOT_MEMBER, null))));
    }

    @Test
    void points_that_expired_show_as_a_loss() {
        assertEquals(
                "{\"points\":-5,\"balance\":112}",
                json(EntryRules.of(new PointsExpired(ID, "main", "points", 5, POINTS, NOW))));
    }

    @Test
    void what_a_person_shares_shows_by_its_names_and_never_as_what_it_is() {
        CustomerShared shared = new CustomerShared(ID, "05-14", List.of(new Attribute("diet", "vegan")), NOW);

        assertEquals("{\"birthday\":true,\"attributes\":[\"diet\"]}", json(EntryRules.of(shared)));
    }

    private static PurchaseRecorded purchase(boolean training) {
        Purchase said = new Purchase(
                "S-1", "T-1", "R-1", DAY, NOW, "store", "USD", 0L, null, 0, 0, 0, training, null, List.of(), null,
                null);
        return new PurchaseRecorded(ID, null, null, said, false);
    }

    private static Refund refund() {
        return new Refund(
                "S-1",
                "T-1",
                "F-1",
                DAY,
                NOW,
                "USD",
                null,
                null,
                List.of(new Refund.Line(1, "A1", BigDecimal.ONE, 5L)),
                null);
    }

    private static PurchaseAssessed assessed(Outcome outcome, Points points) {
        return new PurchaseAssessed(ID, ID, outcome, "main", List.of(), points, "blue", NOW);
    }

    private static String json(Entry entry) {
        return new String(Json.bytes(entry.detail()), StandardCharsets.UTF_8);
    }
}
