package io.regulars.local.check.history;

import java.util.Random;
import java.util.UUID;

/** Touchpoints that are not where they must be, or are where they must not. */
final class ContactFaults {
    private static final String RECORDED = "crm.touchpoint.recorded.v1";

    private ContactFaults() {}

    /** It was acknowledged, lies on intake, and crm knows nothing of it. */
    static boolean lose(History history, Random random) {
        int place = Pick.place(history.said, random, each -> each.is(RECORDED));
        if (place < 0) return false;
        int lost = history.id(history.said.remove(place).id("touchpointId"));
        history.touchpoints.removeIf(each -> each.id() == lost);
        return again(history, random);
    }

    static boolean conceal(History history, Random random) {
        return Pick.drop(history.said, random, each -> each.is(RECORDED)) && again(history, random);
    }

    static boolean sayTwice(History history, Random random) {
        int place = Pick.place(history.said, random, each -> each.is(RECORDED));
        if (place < 0) return false;
        history.said.add(history.said.get(place).again(new UUID(random.nextLong(), random.nextLong())));
        return again(history, random);
    }

    static boolean refuse(History history, Random random) {
        return Pick.change(
                history.truth,
                random,
                line -> line.startsWith("{\"op\":\"touchpoint\""),
                line -> line.replace("\"outcome\":\"ok\"", "\"outcome\":\"refused\""));
    }

    static boolean forget(History history, Random random) {
        return Pick.drop(history.intake, random, each -> new String(each.value()).contains("\"touchpointId\""));
    }

    /** Whose other things are known. */
    static boolean otherCustomer(History history, Random random) {
        int place = Pick.place(
                history.said,
                random,
                each -> each.is(RECORDED)
                        && WhoseFaults.customers(history).stream().anyMatch(other -> !other.equals(each.subject())));
        if (place < 0) return false;
        Said said = history.said.get(place);
        UUID other = WhoseFaults.customers(history).stream()
                .filter(each -> !each.equals(said.subject()))
                .findFirst()
                .orElseThrow();
        history.said.set(place, WhoseFaults.on(said, other));
        return again(history, random);
    }

    private static boolean again(History history, Random random) {
        history.publish(random.nextLong());
        return true;
    }
}
