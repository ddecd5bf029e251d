package io.regulars.local.check.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One component of many rows. */
interface Column {

    void add(Object value);

    Object get(int index);

    static Column of(Class<?> kind) {
        if (kind == long.class) return new OfLong();
        if (kind == int.class) return new OfInt();
        return new OfWord();
    }

    final class OfLong implements Column {
        private final Numbers values = new Numbers();

        @Override
        public void add(Object value) {
            values.add((Long) value);
        }

        @Override
        public Object get(int index) {
            return values.get(index);
        }
    }

    final class OfInt implements Column {
        private final Numbers values = new Numbers();

        @Override
        public void add(Object value) {
            values.add((Integer) value);
        }

        @Override
        public Object get(int index) {
            return (int) values.get(index);
        }
    }

    /** Words, enums and flags: few different ones, each kept once. */
    final class OfWord implements Column {
        private final List<Object> words = new ArrayList<>();
        private final Map<Object, Integer> numbers = new HashMap<>();
        private final Numbers values = new Numbers();

        @Override
        public void add(Object value) {
            Integer number = numbers.get(value);
            if (number == null) {
                number = words.size();
                numbers.put(value, number);
                words.add(value);
            }
            values.add(number);
        }

        @Override
        public Object get(int index) {
            return words.get((int) values.get(index));
        }
    }
}
