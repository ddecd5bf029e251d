package io.regulars.local.check.history;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A random element of a list, and what may be done to it. */
final class Pick {
    private Pick() {}

    /** The place of a random element like this, or -1. */
    static <T> int place(List<T> list, Random random, Predicate<T> like) {
        int[] places = IntStream.range(0, list.size())
                .filter(i -> like.test(list.get(i)))
                .toArray();
        return places.length == 0 ? -1 : places[random.nextInt(places.length)];
    }

    static <T> boolean drop(List<T> list, Random random, Predicate<T> like) {
        int place = place(list, random, like);
        if (place >= 0) list.remove(place);
        return place >= 0;
    }

    static <T> boolean change(List<T> list, Random random, Predicate<T> like, UnaryOperator<T> change) {
        int place = place(list, random, like);
        if (place >= 0) list.set(place, change.apply(list.get(place)));
        return place >= 0;
    }
}
