package io.regulars.events;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.VoidPosted;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Erasing a person is one place because nothing personal leaves {@link Intake}: not by kind, not by content. */
class PersonalDataTest {

    /** Kinds that cannot hold a name or an address, whatever is written into them. */
    private static final Set<Class<?>> HARMLESS = Set.of(
            UUID.class, Instant.class, LocalDate.class, BigDecimal.class, Long.class, Integer.class, Boolean.class);

    /** Every text a fact may carry: codes of stores, goods, programmes, templates; never what a person wrote or is. */
    private static final Map<String, Set<String>> TEXTS = Map.ofEntries(
            Map.entry("Purchase", Set.of("store", "terminal", "receipt", "channel", "currency")),
            Map.entry("Purchase.Line", Set.of("sku", "category", "brand", "collection", "labels")),
            Map.entry("Purchase.Applied", Set.of("type", "code")),
            Map.entry("Purchase.Tender", Set.of("type")),
            Map.entry("Refund", Set.of("store", "terminal", "receipt", "currency")),
            Map.entry("Refund.Original", Set.of("store", "terminal", "receipt")),
            Map.entry("Refund.Line", Set.of("sku")),
            Map.entry("Voiding", Set.of("store")),
            Map.entry("TouchpointEvent.Identifier", Set.of("type")),
            Map.entry("TouchpointEvent.TouchpointRecorded", Set.of("type", "channel", "store")),
            Map.entry("MembershipEvent.MemberEnrolled", Set.of("programme", "channel", "consentVersion", "tier")),
            Map.entry("MembershipEvent.PurchaseAssessed", Set.of("programme", "tier")),
            Map.entry("MembershipEvent.PointsEarned", Set.of("programme")),
            Map.entry("MembershipEvent.PointsReversed", Set.of("programme")),
            Map.entry("MembershipEvent.TierChanged", Set.of("programme", "from", "to", "why")),
            Map.entry("MembershipEvent.PointsActivated", Set.of("programme", "wallet")),
            Map.entry("MembershipEvent.PointsExpired", Set.of("programme", "wallet")),
            Map.entry("MembershipEvent.PointsExpiring", Set.of("programme", "wallet")),
            Map.entry("MembershipEvent.PointsAdjusted", Set.of("programme", "wallet")),
            Map.entry("MembershipEvent.TierAtRisk", Set.of("programme", "tier", "dropsTo")),
            Map.entry("MembershipEvent.BenefitUsed", Set.of("programme", "benefit", "tier")),
            Map.entry("MembershipEvent.PointsAwarded", Set.of("programme", "trigger")),
            Map.entry("MembershipEvent.MemberLeft", Set.of("programme")),
            Map.entry("MembershipEvent.MembershipJoined", Set.of("programme", "tier")),
            Map.entry("MembershipEvent.MembershipParted", Set.of("programme", "tier")),
            Map.entry("MembershipEvent.MemberStatusChanged", Set.of("programme")),
            Map.entry("MembershipEvent.Award", Set.of("rule", "wallet", "refusal")),
            Map.entry("EngagementEvent.MessageDue", Set.of("template")),
            Map.entry("EngagementEvent.MessageSent", Set.of("template", "channel")),
            Map.entry("EngagementEvent.MessageSuppressed", Set.of("template", "channel", "reason")));

    /**
     * What is told of a person because the operator marked it as shared, and only then: month and day of birth without
     * the year, and attributes by the names that were marked. Nothing else of a person leaves the crm.
     */
    private static final Map<String, Set<String>> SHARED = Map.ofEntries(
            Map.entry("TouchpointEvent.CustomerShared", Set.of("birthday")),
            Map.entry("TouchpointEvent.Attribute", Set.of("name", "value")));

    @Test
    void no_fact_outside_intake_has_a_place_for_personal_data() {
        Set<String> suspects = new TreeSet<>();
        factsOutsideIntake().forEach(kind -> suspectsIn(kind, suspects));

        assertEquals(Set.of(), suspects, "say why it is harmless in TEXTS, or keep it with its owner");
    }

    @Test
    void the_walk_sees_what_is_personal() {
        Set<String> suspects = new TreeSet<>();
        suspectsIn(PurchasePosted.class, suspects);
        suspectsIn(Intake.TouchpointPosted.class, suspects);
        suspectsIn(CustomerRef.class, suspects);

        assertEquals(
                Set.of(
                        "CustomerRef.card",
                        "CustomerRef.email",
                        "CustomerRef.phone",
                        "CustomerRef.external",
                        "CustomerRef.code",
                        "CustomerRef.device",
                        "CustomerRef.cookie",
                        "Touchpoint.type",
                        "Touchpoint.ref",
                        "Touchpoint.source",
                        "Touchpoint.channel",
                        "Touchpoint.store",
                        "Touchpoint.data"),
                suspects);
    }

    @Test
    void a_receipt_without_its_customer_holds_nothing_personal() {
        PurchasePosted purchase = golden("intake.purchase.posted.v1", PurchasePosted.class);
        RefundPosted refund = golden("intake.refund.posted.v1", RefundPosted.class);
        assertNotNull(purchase.purchase().customer().email());
        assertNotNull(refund.refund().reason());
        VoidPosted undone = golden("intake.void.posted.v1", VoidPosted.class);
        assertNotNull(undone.voiding().reason());

        assertNull(purchase.purchase().withoutCustomer().customer());
        assertNull(refund.refund().withoutCustomer().customer());
        assertNull(refund.refund().withoutCustomer().reason());
        assertAll(
                () -> assertSame(purchase.purchase().withoutCustomer(), purchase.purchase(), Set.of("customer")),
                () -> assertSame(refund.refund().withoutCustomer(), refund.refund(), Set.of("customer", "reason")),
                () -> assertSame(undone.voiding().withoutReason(), undone.voiding(), Set.of("reason")));
    }

    @Test
    void no_golden_fact_outside_intake_names_a_customer() {
        assertAll(Wire.golden()
                .filter(golden -> !Intake.class.isAssignableFrom(golden.kind()))
                .map(golden -> () -> assertFalse(golden.json().toString().contains("\"customer\""), golden.name())));
    }

    private static void assertSame(Object stripped, Object whole, Set<String> but) {
        JsonNode left = Wire.written(stripped);
        JsonNode right = Wire.written(whole);
        but.forEach(((com.fasterxml.jackson.databind.node.ObjectNode) right)::remove);
        assertEquals(right, left, "nothing else was taken out");
    }

    private static List<Class<? extends Event>> factsOutsideIntake() {
        return Types.all().values().stream()
                .filter(kind -> !Intake.class.isAssignableFrom(kind))
                .toList();
    }

    private static void suspectsIn(Class<?> kind, Set<String> suspects) {
        for (RecordComponent component : kind.getRecordComponents()) {
            if (!Personal.staysBehind(component)) look(component, component.getGenericType(), suspects);
        }
    }

    private static void look(RecordComponent component, Type type, Set<String> suspects) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            look(component, list.getActualTypeArguments()[0], suspects);
        } else if (type instanceof Class<?> kind && kind.isRecord()) {
            suspectsIn(kind, suspects);
        } else if (!harmless(component, type)) {
            suspects.add(Personal.nameOf(component));
        }
    }

    private static boolean harmless(RecordComponent component, Type type) {
        if (type == String.class) {
            String owner = component.getDeclaringRecord().getName();
            String place = owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.');
            return TEXTS.getOrDefault(place, Set.of()).contains(component.getName())
                    || SHARED.getOrDefault(place, Set.of()).contains(component.getName());
        }
        return type instanceof Class<?> kind && (kind.isPrimitive() || kind.isEnum() || HARMLESS.contains(kind));
    }

    private static <T> T golden(String name, Class<T> kind) {
        return Wire.golden()
                .filter(golden -> golden.name().equals(name))
                .map(golden -> kind.cast(golden.event()))
                .findFirst()
                .orElseThrow();
    }
}
