package io.regulars.local.check.history;

import io.regulars.events.Purchase;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Prints;
import java.util.ArrayList;
import java.util.List;

/** What a small loyalty keeps of receipts, as rows. */
final class SmallRows {
    private SmallRows() {}

    static Loyalty.Purchase of(SmallReceipt each, SmallWorld world) {
        boolean judged = each.customer != null;
        long lines = Prints.NOTHING;
        List<String> text = new ArrayList<>();
        for (int i = 0; judged && i < each.points.length; i++) {
            Purchase.Line line = each.purchase.lines().get(i);
            text.add("[%d,\"%s\",%d,%d]".formatted(line.line(), line.sku(), line.amount(), each.points[i]));
            lines = Prints.and(lines, Prints.share(line.line(), Prints.sku(line.sku()), line.amount(), each.points[i]));
        }
        world.history.lines.put(world.number(each.id), text.toString());
        return new Loyalty.Purchase(
                world.number(each.id),
                world.number(each.customer),
                world.number(each.said.eventId()),
                true,
                Micros.of(each.occurredAt()),
                Micros.of(each.said.recordedAt()),
                judged ? each.purchase.total() : 0,
                each.purchase.training(),
                lines);
    }

    static Loyalty.Refund of(SmallRefund each, SmallWorld world) {
        return new Loyalty.Refund(
                world.number(each.id),
                world.number(each.original),
                world.number(each.charged),
                world.number(each.said.eventId()),
                Micros.of(each.refund.occurredAt()),
                Micros.of(each.said.recordedAt()),
                each.refund.total(),
                each.state,
                each.taken);
    }
}
