package io.regulars.local.check.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Receipts that crm books on the wrong customer, and says so everywhere. */
final class WhoseFaults {
    private static final Set<String> RECEIPTS = Set.of("crm.purchase.recorded.v1", "crm.purchase.refunded.v1");

    private WhoseFaults() {}

    private static boolean isSomebodys(Said said) {
        return RECEIPTS.contains(said.type()) && said.body().hasNonNull("customerId");
    }

    static List<UUID> customers(History history) {
        return history.said.stream()
                .filter(WhoseFaults::isSomebodys)
                .map(each -> each.id("customerId"))
                .distinct()
                .toList();
    }

    private static boolean isOf(Said said, UUID customer) {
        return isSomebodys(said) && said.id("customerId").equals(customer);
    }

    static Said on(Said said, UUID customer) {
        ObjectNode body = said.body().deepCopy();
        body.put("customerId", customer == null ? null : customer.toString());
        return said.saying(body);
    }

    private static boolean publish(History history, Random random) {
        history.publish(random.nextLong());
        return true;
    }

    static boolean otherCustomer(History history, Random random) {
        List<UUID> customers = customers(history);
        if (customers.size() < 2) return false;
        UUID other = customers.get(random.nextInt(customers.size()));
        Pick.change(history.said, random, each -> isSomebodys(each) && !isOf(each, other), each -> on(each, other));
        return publish(history, random);
    }

    static boolean nobody(History history, Random random) {
        Pick.change(
                history.said,
                random,
                each -> isSomebodys(each) && each.is("crm.purchase.recorded.v1"),
                each -> on(each, null));
        return publish(history, random);
    }

    /** One receipt of somebody who has more is a new customer's. */
    static boolean split(History history, Random random) {
        List<UUID> several = customers(history).stream()
                .filter(customer -> history.said.stream()
                                .filter(each -> isOf(each, customer))
                                .count()
                        > 1)
                .toList();
        if (several.isEmpty()) return false;
        UUID customer = several.get(random.nextInt(several.size()));
        UUID second = new UUID(random.nextLong(), random.nextLong());
        Pick.change(history.said, random, each -> isOf(each, customer), each -> on(each, second));
        return publish(history, random);
    }

    static boolean merge(History history, Random random) {
        List<UUID> customers = customers(history);
        if (customers.size() < 2) return false;
        UUID lost = customers.get(random.nextInt(customers.size()));
        UUID kept = customers.stream()
                .filter(each -> !each.equals(lost))
                .findFirst()
                .orElseThrow();
        history.said.replaceAll(each -> isOf(each, lost) ? on(each, kept) : each);
        return publish(history, random);
    }
}
