package io.regulars.local.simulator.town;

import io.regulars.events.CustomerRef;
import io.regulars.local.simulator.chance.Chance;
import java.util.ArrayList;
import java.util.List;

/** Who lives in the town: for one seed the same people, whatever they do. */
final class People {
    private static final double JOIN = 0.6;
    // Austrian mobile numbers may be as long as that, and are not: valid everywhere, and nobody's.
    private static final List<String> NETWORKS =
            List.of("650", "652", "660", "664", "668", "670", "676", "680", "688", "699");
    private static final int TOWNS_OF_A_NETWORK = 10_000;
    private static final int TOWNS = NETWORKS.size() * TOWNS_OF_A_NETWORK;
    private static final List<String> NAMES = List.of(
            "ana", "ben", "chloe", "dev", "elif", "femi", "greta", "hugo", "ines", "jamal", "kaori", "leo", "mira",
            "noor", "oskar", "priya", "quinn", "rosa", "sven", "tuan", "uma", "vera", "wanda", "yusuf", "zoe");

    private People() {}

    static List<Shopper> of(TownOptions options) {
        Chance chance = new Chance(town(options));
        List<Shopper> people = new ArrayList<>(options.shoppers());
        for (int number = 1; number <= options.shoppers(); number++) {
            people.add(shopper(town(options), number, options.stores(), chance));
        }
        return people;
    }

    /** Telephone numbers have room for no more towns than this. */
    private static long town(TownOptions options) {
        return Math.floorMod(options.seed(), TOWNS);
    }

    private static Shopper shopper(long town, int number, int stores, Chance chance) {
        String card = "98%05d%06d".formatted(town, number);
        String email = "%s.%d.%d@example.org".formatted(chance.oneOf(NAMES), town, number);
        String network = NETWORKS.get((int) (town / TOWNS_OF_A_NETWORK));
        String phone = "+43%s%04d%06d".formatted(network, town % TOWNS_OF_A_NETWORK, number);
        double way = chance.unit();
        CustomerRef usual =
                way < 0.7 ? ref(card, null, null) : way < 0.9 ? ref(null, email, null) : ref(null, null, phone);
        boolean givesPhone = usual.phone() != null || chance.in(0.4);
        boolean takesCard = usual.card() != null || chance.in(0.5);
        CustomerRef full = ref(takesCard ? card : null, email, givesPhone ? phone : null);
        return new Shopper("%d-%d".formatted(town, number), usual, full, chance.in(JOIN), chance.below(stores));
    }

    private static CustomerRef ref(String card, String email, String phone) {
        return new CustomerRef(null, card, email, phone, null, null);
    }
}
