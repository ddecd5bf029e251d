package io.regulars.local.check.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.evidence.Prints;
import java.sql.SQLException;
import java.util.List;

/** A receipt as loyalty keeps it, in short: what points and spend depend on. */
public final class KeptReceipt {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Ids NOBODYS = new Ids();

    private KeptReceipt() {}

    /** {@link Prints#NOTHING} where nothing is kept. */
    public static long print(String json) throws SQLException {
        if (json.isEmpty()) return Prints.NOTHING;
        try {
            Node receipt = new Node(JSON.readTree(json), NOBODYS);
            return print(receipt.number("total"), receipt.textOrNull("currency"), ReceiptText.lines(receipt));
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("a receipt cannot be read", unreadable);
        }
    }

    public static long print(long total, String currency, List<Line> lines) {
        long print = Prints.receipt(total, currency);
        for (Line line : lines) print = Prints.and(print, Prints.line(line.number(), line.sku(), line.amount()));
        return print;
    }

    /** As the tables of before had it: its money in the programme's, and nothing below zero. */
    public static long moved(long counted, List<Line> lines) {
        List<Line> kept = lines.stream()
                .map(line -> new Line(line.number(), line.sku(), Math.max(0, line.amount())))
                .toList();
        return print(counted, null, kept);
    }
}
