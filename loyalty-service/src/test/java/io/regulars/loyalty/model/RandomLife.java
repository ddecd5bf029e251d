package io.regulars.loyalty.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** When points start and end, made up; and the words to make up the rest with. */
class RandomLife {

    final Random random;

    RandomLife(Random random) {
        this.random = random;
    }

    final Map<String, Object> pending() {
        if (one(3)) return waiting();
        return one(2)
                ? tree("kind", "after", "after", pick("P1D", "P14D", "PT36H", "P1M"))
                : tree("kind", "dates", "dates", one(2) ? List.of("01-01", "07-01") : List.of("02-29"));
    }

    final Map<String, Object> waiting() {
        Map<String, Object> waiting = tree("kind", "event", "event", pick("custom.delivered", "review"));
        maybe(waiting, "cancellation", 2, pick("P1D", "P14D", "PT36H"));
        maybe(waiting, "givenUpAfter", 2, pick("P10D", "P3M"));
        return waiting;
    }

    final Map<String, Object> inactivity() {
        Map<String, Object> inactivity = tree("kind", "inactivity", "after", pick("P1M", "P6M", "P10D"));
        maybe(inactivity, "until", 2, pick("week", "month", "year"));
        maybe(inactivity, "activities", 2, one(2) ? List.of("checkIn") : List.of("purchase", "custom.delivered"));
        return inactivity;
    }

    final Map<String, Object> expiry() {
        if (one(4)) return inactivity();
        if (one(3)) {
            Map<String, Object> dates =
                    tree("kind", "dates", "dates", one(2) ? List.of("12-31") : List.of("03-31", "09-30"));
            maybe(dates, "atLeast", 2, "P3M");
            return dates;
        }
        Map<String, Object> rolling = tree("kind", "rolling", "after", pick("P1M", "P6M", "P1Y", "P10D"));
        maybe(rolling, "until", 2, pick("instant", "week", "month", "quarter", "half", "year"));
        return rolling;
    }

    final Map<String, Object> cap(int from, int to) {
        return tree("points", between(from, to), "per", pick("day", "week", "month", "quarter", "year", "ever"));
    }

    final boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    final int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    final String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    final void maybe(Map<String, Object> tree, String word, int of, Object value) {
        if (one(of)) tree.put(word, value);
    }

    static Map<String, Object> tree(Object... words) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) tree.put((String) words[i], words[i + 1]);
        return tree;
    }
}
