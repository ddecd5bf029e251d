package io.regulars.local.simulator.town;

import io.regulars.events.Touchpoint;
import io.regulars.local.simulator.chance.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where shoppers are met besides the tills, by draws of its own: receipts are the same with and without. */
final class Contacts {
    private static final double LOOKS_FIRST = 0.1;
    private static final double TOLD_AGAIN = 0.1;
    private static final List<String> TYPES = List.of("visit", "web", "app");

    private Contacts() {}

    /** Some look around before they buy. */
    static List<Act> before(List<Visit> visits, TownOptions options) {
        Chance chance = new Chance(31 * options.seed() + options.chapter() + 7);
        List<Act> contacts = new ArrayList<>();
        for (Visit visit : visits) {
            if (visit.shopper() == null || !chance.in(LOOKS_FIRST)) continue;
            String ref = "%s-d%s-c%d-n%05d".formatted(options.run(), options.day(), options.chapter(), contacts.size());
            Instant at = visit.at().minusSeconds(chance.between(60, 3_600));
            String type = chance.oneOf(TYPES);
            String channel = type.equals("app") ? "app" : "web";
            Touchpoint touchpoint = new Touchpoint(
                    type, ref, null, channel, null, visit.shopper().usual(), at, null);
            contacts.add(new Act.Contact(at, visit.shopper(), touchpoint, chance.in(TOLD_AGAIN) ? 2 : 1));
        }
        return contacts;
    }
}
