package io.regulars.local.check.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.evidence.Prints;
import java.util.ArrayList;
import java.util.List;

/** What a till said of a receipt, read the same way from a caller's record and from a fact. */
final class ReceiptText {
    private static final List<String> WORDS =
            List.of("store", "terminal", "receipt", "businessDate", "currency", "channel");
    private static final List<String> AMOUNTS = List.of("total", "taxTotal", "tip", "rounding");

    private ReceiptText() {}

    /** Stands for all of it that points and spend could depend on. */
    static long content(Node receipt) {
        long print = 1;
        for (String word : WORDS) print = Prints.and(print, Prints.of(receipt.text(word)));
        for (String amount : AMOUNTS) print = Prints.and(print, receipt.number(amount));
        print = Prints.and(print, Math.floorDiv(receipt.micros("occurredAt"), 1_000));
        print = Prints.and(print, receipt.flag("training") ? 1 : 0);
        for (Line line : lines(receipt)) {
            print = Prints.and(Prints.and(Prints.and(print, line.number()), line.sku()), line.amount());
        }
        return print;
    }

    static List<Line> lines(Node receipt) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode each : receipt.json().path("lines")) {
            Node line = new Node(each, receipt.ids());
            lines.add(new Line((int) line.number("line"), Prints.sku(line.textOrNull("sku")), line.number("amount")));
        }
        return lines;
    }
}
