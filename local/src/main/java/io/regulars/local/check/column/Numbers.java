package io.regulars.local.check.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers one after the other, kept in pieces, each in as few bytes as it needs; growing never copies. */
final class Numbers {
    private static final int BITS = 9;
    private static final int PIECE = 1 << BITS;

    private final List<Piece> full = new ArrayList<>();
    private long[] open = new long[8];
    private int size;

    void add(long value) {
        int at = size & (PIECE - 1);
        if (at == open.length) open = Arrays.copyOf(open, open.length * 4);
        open[at] = value;
        size++;
        if (at == PIECE - 1) full.add(Piece.of(open));
    }

    long get(int index) {
        int piece = index >>> BITS;
        int at = index & (PIECE - 1);
        return piece < full.size() ? full.get(piece).get(at) : open[at];
    }

    int size() {
        return size;
    }

    /** What each number is above the least one. */
    private interface Piece {
        long get(int at);

        static Piece of(long[] values) {
            long least = Arrays.stream(values).min().orElse(0);
            long range = Arrays.stream(values).max().orElse(0) - least;
            if (range == 0) return at -> least;
            if (range > 0 && range < 1L << 8) return bytes(values, least);
            if (range > 0 && range < 1L << 16) return shorts(values, least);
            if (range > 0 && range < 1L << 32) return ints(values, least);
            long[] all = values.clone();
            return at -> all[at];
        }

        private static Piece bytes(long[] values, long least) {
            byte[] above = new byte[values.length];
            for (int at = 0; at < above.length; at++) above[at] = (byte) (values[at] - least);
            return at -> least + (above[at] & 0xFF);
        }

        private static Piece shorts(long[] values, long least) {
            short[] above = new short[values.length];
            for (int at = 0; at < above.length; at++) above[at] = (short) (values[at] - least);
            return at -> least + (above[at] & 0xFFFF);
        }

        private static Piece ints(long[] values, long least) {
            int[] above = new int[values.length];
            for (int at = 0; at < above.length; at++) above[at] = (int) (values[at] - least);
            return at -> least + (above[at] & 0xFFFF_FFFFL);
        }
    }
}
