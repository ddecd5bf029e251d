package io.regulars.local.simulator.town;

import io.regulars.local.simulator.chance.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A store with its opening hours and its tills. */
record Store(String id, Hours open, List<Till> tills) {
    private static final LocalTime FIRST_OPENING = LocalTime.of(7, 0);
    private static final double GOES_OFFLINE = 0.3;

    record Hours(Instant from, Instant to) {
        boolean include(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        /** 0 is the opening, 1 the closing. */
        Instant at(double part) {
            return from.plusSeconds((long) (part * Duration.between(from, to).toSeconds()));
        }
    }

    static List<Store> of(TownOptions options, Chance chance) {
        List<Store> stores = new ArrayList<>();
        for (String id : options.storeIds()) stores.add(store(id, options, chance));
        return stores;
    }

    private static Store store(String id, TownOptions options, Chance chance) {
        int later = chance.below(3);
        Instant opens = options.day().atTime(FIRST_OPENING).plusHours(later).toInstant(ZoneOffset.UTC);
        LocalTime closing = TownOptions.LAST_CLOSING.minusHours(2L - later);
        Instant closes = options.day().atTime(closing).toInstant(ZoneOffset.UTC);
        Store store = new Store(id, new Hours(opens, closes), new ArrayList<>());
        for (int number = 1; number <= options.tills(); number++) {
            Hours offline = chance.in(GOES_OFFLINE) ? outage(store.open(), chance) : null;
            Instant delivers = offline == null ? null : offline.to().plusSeconds(60L * chance.between(5, 120));
            store.tills().add(new Till(store, "T-" + number, offline, delivers));
        }
        return store;
    }

    private static Hours outage(Hours open, Chance chance) {
        Instant from = open.at(chance.unit() * 0.8);
        return new Hours(from, from.plusSeconds(60L * chance.between(30, 120)));
    }
}
