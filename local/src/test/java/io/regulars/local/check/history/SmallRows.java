package io.regulars.local.check.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.regulars.events.Purchase;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.reading.KeptReceipt;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a small loyalty keeps of receipts, as rows. */
final class SmallRows {
    private SmallRows() {}

    static Loyalty.Purchase of(SmallReceipt each, SmallWorld world) {
        String text = each.customer == null ? "" : text(each);
        world.history.kept.put(world.number(each.id), text);
        world.history.keptOnce.put(world.number(each.id), each.customer == null ? "[]" : lines(each));
        return new Loyalty.Purchase(
                world.number(each.id),
                world.number(each.customer),
                world.number(each.said.eventId()),
                true,
                Micros.of(each.occurredAt()),
                Micros.of(each.said.recordedAt()),
                each.purchase.training(),
                print(text));
    }

    static long print(String text) {
        try {
            return KeptReceipt.print(text);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of a receipt as it is kept; 0 where it is not. */
    static long total(String kept) {
        try {
            return kept.isEmpty() ? 0 : Records.JSON.readTree(kept).get("total").asLong();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With their points, as the tables of before had them. */
    private static String lines(SmallReceipt each) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < each.points.length; i++) {
            Purchase.Line line = each.purchase.lines().get(i);
            lines.add("[%d,\"%s\",%d,%d]".formatted(line.line(), line.sku(), line.amount(), each.points[i]));
        }
        return lines.toString();
    }

    /** As the till told it; of before, what the tables of then knew. */
    private static String text(SmallReceipt each) {
        if (!each.once) return Records.JSON.valueToTree(each.purchase).toString();
        String lines = each.purchase.lines().stream()
                .map(line -> "{\"line\":\"%d\",\"sku\":\"%s\",\"amount\":%d}"
                        .formatted(line.line(), line.sku(), line.amount()))
                .collect(Collectors.joining(","));
        return "{\"store\":\"\",\"total\":%d,\"lines\":[%s]}".formatted(each.purchase.total(), lines);
    }

    static Loyalty.Refund of(SmallRefund each, SmallWorld world) {
        return new Loyalty.Refund(
                world.number(each.id),
                world.number(each.original),
                world.number(each.charged),
                world.number(each.said.eventId()),
                Micros.of(each.refund.occurredAt()),
                Micros.of(each.said.recordedAt()),
                each.once || each.whole ? "" : each.refund.currency(),
                each.refund.total(),
                each.state,
                each.taken,
                0);
    }
}
