package io.regulars.local.check.evidence;

import java.util.UUID;

/** Eight bytes that stand for more: equal things have equal prints, and others differ but for one case in 2^64. */
public final class Prints {
    /** Of nothing, and where every print begins. */
    public static final long NOTHING = 0;

    private Prints() {}

    public static long and(long print, long next) {
        return mixed(print * 31 + mixed(next + 0x9E3779B97F4A7C15L));
    }

    public static long of(String text) {
        if (text == null) return NOTHING;
        long print = 1;
        for (int i = 0; i < text.length(); i++) print = and(print, text.charAt(i));
        return print;
    }

    public static long of(UUID id) {
        return id == null ? NOTHING : and(and(1, id.getMostSignificantBits()), id.getLeastSignificantBits());
    }

    /** A sku, short: within one receipt that is enough. */
    public static int sku(String sku) {
        return sku == null ? 0 : (int) (of(sku) >>> 32) | 1;
    }

    /** A line of a receipt as loyalty keeps it. */
    public static long line(int line, int sku, long amount) {
        return and(and(and(3, line), sku), amount);
    }

    /** A receipt before its lines: what was paid, and in which money where it says so. */
    public static long receipt(long total, String currency) {
        return and(and(4, total), of(currency));
    }

    /** What a line of the timeline must show: times to the millisecond, so that rounding makes no difference. */
    public static long shown(UUID subject, String type, long occurredAt) {
        return and(and(of(subject), of(type)), Math.floorDiv(occurredAt + 1, 1_000));
    }

    /** A fact as journal and topic must both have it. */
    public static long fact(UUID event, String type, UUID subject, long body) {
        return and(and(and(of(event), of(type)), of(subject)), body);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
