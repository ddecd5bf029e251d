package io.regulars.local.replay;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.replay.Invoice.Sort;
import io.regulars.local.suite.Suite;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file's figures against what the services hold: customers, receipts, net value and points of everybody. */
final class Comparison {

    private static final BigDecimal PENNY = new BigDecimal("0.01");

    private final List<String> differences = new ArrayList<>();
    private final Suite suite;
    private final Figures expected;

    private Comparison(Suite suite, Figures expected) {
        this.suite = suite;
        this.expected = expected;
    }

    /** Sentences on what differs; empty when all is as computed from the file. */
    static List<String> of(Suite suite, Figures expected) {
        Comparison comparison = new Comparison(suite, expected);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        Map<String, String> cards = pairs("crm", "select customer_id::text, value from identifier where type = 'card'");
        equal("customers", expected.net().size(), cards.size());
        equal("purchases", expected.count(Sort.PURCHASE), receipts("purchase"));
        equal("refunds", expected.count(Sort.REFUND), receipts("refund"));
        Map<String, String> net = pairs("loyalty", """
                select customer_id::text, sum(total)::text from (
                    select customer_id, (receipt::json ->> 'total')::bigint as total from purchase
                    where customer_id is not null
                    union all select customer_id, -total from refund where customer_id is not null) t
                group by customer_id""");
        Map<String, String> points = pairs("loyalty", "select customer_id::text, (active - debt)::text from wallet");
        cards.forEach((customer, card) -> compare(card, net.get(customer), points.get(customer)));
        long members = expected.net().keySet().stream().filter(Figures::joins).count();
        equal("members", members, points.size());
    }

    private void compare(String card, String net, String points) {
        BigDecimal pounds = new BigDecimal(net == null ? "0" : net).movePointLeft(2);
        if (!expected.net().containsKey(card)) {
            differences.add("customer " + card + " is not in the file");
        } else if (pounds.subtract(expected.net().get(card)).abs().compareTo(PENNY) > 0) {
            differences.add("net of " + card + " is " + pounds + ", the file says "
                    + expected.net().get(card));
        }
        if (Figures.joins(card)) equal("points of " + card, expected.points().getOrDefault(card, 0L), number(points));
    }

    private long receipts(String kind) {
        return number(pairs("crm", "select kind, count(*)::text from receipt where status = 'applied' group by kind")
                .get(kind));
    }

    private void equal(String what, long wanted, long found) {
        if (wanted != found) differences.add(what + ": " + found + ", the file says " + wanted);
    }

    private static long number(String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private Map<String, String> pairs(String database, String sql) {
        Map<String, String> pairs = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(
                        suite.postgres().jdbcUrl(database), database, PostgresServer.PASSWORD);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) pairs.put(rows.getString(1), rows.getString(2));
            return pairs;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
