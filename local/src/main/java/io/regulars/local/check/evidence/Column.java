package io.regulars.local.check.evidence;

import java.util.ArrayList;
import java.util.List;

/** One component of many rows. */
interface Column {
    int BITS = 9;
    int PIECE = 1 << BITS;

    void add(Object value);

    Object get(int index);

    static Column of(Class<?> kind) {
        if (kind == long.class) return new OfLong();
        if (kind == int.class) return new OfInt();
        return new OfReference();
    }

    final class OfLong implements Column {
        private final Longs values = new Longs();

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
        private final List<int[]> pieces = new ArrayList<>();
        private int size;

        @Override
        public void add(Object value) {
            int at = size & (PIECE - 1);
            if (at == 0) pieces.add(new int[PIECE]);
            pieces.get(size >>> BITS)[at] = (Integer) value;
            size++;
        }

        @Override
        public Object get(int index) {
            return pieces.get(index >>> BITS)[index & (PIECE - 1)];
        }
    }

    /** Words, enums and flags: few different ones, each kept once. */
    final class OfReference implements Column {
        private final List<Object[]> pieces = new ArrayList<>();
        private int size;

        @Override
        public void add(Object value) {
            int at = size & (PIECE - 1);
            if (at == 0) pieces.add(new Object[PIECE]);
            pieces.get(size >>> BITS)[at] = value instanceof String word ? word.intern() : value;
            size++;
        }

        @Override
        public Object get(int index) {
            return pieces.get(index >>> BITS)[index & (PIECE - 1)];
        }
    }
}
