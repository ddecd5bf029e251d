package io.regulars.local.check;

import java.util.ArrayList;
import java.util.List;

/** Counts what is wrong and remembers the first few. */
public final class Tally {
    private static final int REMEMBERED = 5;

    private final String name;
    private final List<String> examples = new ArrayList<>();
    private long count;

    public Tally(String name) {
        this.name = name;
    }

    public void wrong(String example, Object... values) {
        wrong(1, example, values);
    }

    public void wrong(long times, String example, Object... values) {
        count += times;
        if (examples.size() < REMEMBERED) examples.add(example.formatted(values));
    }

    public Finding finding() {
        return new Finding(name, count, examples);
    }
}
