package io.regulars.local.replay;

import io.regulars.local.replay.Invoice.Sort;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must come out of a replay, computed straight from the file. */
record Figures(
        Map<Sort, Long> invoices, Map<String, BigDecimal> net, Map<String, Long> pennies, Map<String, Long> points) {

    static Figures of(List<Invoice> invoices) {
        Figures figures = new Figures(new EnumMap<>(Sort.class), new HashMap<>(), new HashMap<>(), new HashMap<>());
        invoices.forEach(figures::add);
        return figures;
    }

    private void add(Invoice invoice) {
        Sort sort = invoice.sort();
        invoices.merge(sort, 1L, Long::sum);
        if (invoice.customer() == null || (sort != Sort.PURCHASE && sort != Sort.REFUND)) return;
        net.merge(invoice.customer(), invoice.value(), BigDecimal::add);
        pennies.merge(invoice.customer(), invoice.pennies(), Long::sum);
        points.merge(invoice.customer(), wholePounds(invoice.pennies()), Long::sum);
    }

    /** A point a whole pound of the receipt, given or taken back. */
    private static long wholePounds(long pennies) {
        return pennies >= 0 ? pennies / 100 : -(-pennies / 100);
    }

    long count(Sort sort) {
        return invoices.getOrDefault(sort, 0L);
    }

    /** Every second customer opts in on day one. */
    static boolean joins(String customer) {
        return Long.parseLong(customer) % 2 == 0;
    }
}
