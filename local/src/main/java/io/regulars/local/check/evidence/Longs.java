package io.regulars.local.check.evidence;

import java.util.ArrayList;
import java.util.List;

/** Numbers one after the other, kept in pieces: growing never copies, so millions need no more room than they take. */
final class Longs {
    private static final int BITS = 9;
    private static final int PIECE = 1 << BITS;

    private final List<long[]> pieces = new ArrayList<>();
    private int size;

    void add(long value) {
        int at = size & (PIECE - 1);
        if (at == 0) pieces.add(new long[PIECE]);
        pieces.get(size >>> BITS)[at] = value;
        size++;
    }

    long get(int index) {
        return pieces.get(index >>> BITS)[index & (PIECE - 1)];
    }

    int size() {
        return size;
    }
}
