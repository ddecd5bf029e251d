package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.reading.KeptReceipt;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** What a small loyalty keeps of receipts, as rows. */
final class SmallRows {
    private SmallRows() {}

    static Loyalty.Purchase of(SmallReceipt each, SmallWorld world) {
        String text = each.customer == null ? "" : text(each);
        world.history.kept.put(world.number(each.id), text);
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
                each.once ? "" : each.refund.currency(),
                each.refund.total(),
                each.state,
                each.taken,
                0);
    }
}
