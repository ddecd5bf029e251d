package io.regulars.loyalty;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent;
import io.regulars.events.TouchpointEvent.Attribute;
import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.events.Types;
import io.regulars.events.Voiding;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.view.Told;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Words to tell stories of a club with, in few characters. */
public final class Club {

    public static final ProgrammeVersion PROGRAMME =
            Programmes.builtIn(Currency.getInstance("USD"), ZoneId.of("Europe/Berlin"));
    public static final Rulebook RULES = Rulebook.of(PROGRAMME);
    public static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

    private Club() {}

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A line of a sku and an amount in minor units. */
    public static Purchase.Line line(int number, String sku, long amount) {
        return new Purchase.Line(number, null, sku, null, null, null, null, null, null, null, 0, amount);
    }

    public static Purchase purchase(Instant at, boolean training, Purchase.Line... lines) {
        long total = Arrays.stream(lines).mapToLong(Purchase.Line::amount).sum();
        return purchase(at, training, total, lines);
    }

    public static Purchase purchase(Instant at, boolean training, long total, Purchase.Line... lines) {
        return new Purchase(
                "S-1",
                "T-1",
                "R-" + at,
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                null,
                "USD",
                total,
                true,
                0,
                0,
                0,
                training,
                null,
                List.of(lines),
                null,
                null);
    }

    public static Refund.Line back(Integer line, String sku, long amount) {
        return new Refund.Line(line, sku, BigDecimal.ONE, amount);
    }

    public static Refund refund(Instant at, Refund.Line... lines) {
        return new Refund(
                "S-1",
                "T-1",
                "B-" + at,
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                "USD",
                null,
                null,
                List.of(lines),
                null);
    }

    public static PurchaseRecorded recorded(String receipt, String customer, Purchase purchase) {
        return new PurchaseRecorded(id(receipt), customer == null ? null : id(customer), null, purchase, false);
    }

    public static PurchaseRefunded refunded(String refund, String original, String customer, Refund what) {
        return new PurchaseRefunded(
                id(refund), original == null ? null : id(original), customer == null ? null : id(customer), null, what);
    }

    public static PurchaseVoided voided(String purchase, String customer, Instant at) {
        Voiding voiding = new Voiding("S-1", null, at, null);
        UUID voidId = Voiding.of(id(purchase));
        return new PurchaseVoided(voidId, id(purchase), customer == null ? null : id(customer), null, voiding);
    }

    /** A fact as it is heard; the same fact always under the same event id. */
    public static Told told(TouchpointEvent event, Instant recordedAt) {
        return new Told(
                id("told " + about(event)),
                Types.nameOf(event),
                event,
                Topic.TOUCHPOINTS,
                0,
                1,
                recordedAt,
                null,
                null,
                null);
    }

    private static Object about(TouchpointEvent event) {
        if (event instanceof PurchaseRecorded purchase) return purchase.purchaseId();
        if (event instanceof PurchaseVoided undone) return undone.voidId();
        if (event instanceof TouchpointRecorded contact) return contact.touchpointId();
        return event instanceof PurchaseRefunded refund ? refund.refundId() : event;
    }

    /** @param birthday as in 05-14, or null */
    public static CustomerShared shares(String customer, String birthday, Map<String, String> attributes) {
        List<Attribute> told = attributes.entrySet().stream()
                .map(each -> new Attribute(each.getKey(), each.getValue()))
                .toList();
        return new CustomerShared(id(customer), birthday, told, NOON);
    }

    public static <T> List<List<T>> batches(List<T> all, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) batches.add(all.subList(i, Math.min(all.size(), i + size)));
        return batches;
    }
}
