package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.text.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects what is wrong with a document, each with its place. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(String pointer, String detail) {
        found.add(new Fault(pointer, detail));
    }

    void unless(boolean kept, String pointer, String detail) {
        if (!kept) add(pointer, detail);
    }

    /** No two of them are called the same. */
    <T> void unlessUnique(List<T> things, Function<T, String> id, String pointer) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < things.size(); i++) {
            String name = id.apply(things.get(i));
            Integer first = seen.putIfAbsent(name, i);
            if (first != null) {
                add(
                        pointer + "/" + i + "/id",
                        "There are two called " + name + "; the other is " + pointer + "/" + first + ".");
            }
            unless(
                    name != null && name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}"),
                    pointer + "/" + i + "/id",
                    "An id begins with a letter or a digit, has these, '-', '_' and '.', and at most 40 of them.");
        }
    }

    public List<Fault> found() {
        return List.copyOf(found);
    }
}
