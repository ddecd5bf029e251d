package io.regulars.local.check.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/**
 * What a version of the programme promises, in minor units of its currency.
 *
 * @param wallet the first of its wallets, the one facts of receipts tell of
 * @param levels ascend from 0; empty without tiers
 */
public record Terms(
        String programme,
        String wallet,
        Shape shape,
        long onePointPer,
        Period window,
        List<Level> levels,
        ZoneId zone,
        String currency) {

    /** Reached by net spend of at least {@code threshold}. */
    public record Level(String name, long threshold) {}

    /**
     * How much of it the reference model knows.
     *
     * @param earning one point for so much of the receipt, into one wallet, at once and for ever
     * @param tiers by net spend in a rolling window, up and down at once
     * @param fromOptIn receipts count from the opt-in on, and not from the beginning of its day
     * @param gifts some points come without a receipt
     */
    public record Shape(boolean earning, boolean tiers, boolean fromOptIn, boolean gifts) {
        public static final Shape KNOWN = new Shape(true, true, false, false);
    }

    /** What money of a receipt counts here: other currencies do not. */
    public long counted(long amount, String paidIn) {
        return paidIn == null || paidIn.equals(currency) ? amount : 0;
    }

    /** One point per whole unit; what is below zero is worth none. */
    public long points(long total) {
        return total <= 0 ? 0 : total / onePointPer;
    }

    /** The opt-in, or the start of its business day. */
    public long countsFrom(long enrolledAt) {
        if (shape.fromOptIn()) return enrolledAt;
        return Micros.of(day(enrolledAt).atStartOfDay(zone).toInstant());
    }

    /** The day it is then where the programme is. */
    public LocalDate day(long micros) {
        Instant then = Micros.instant(micros);
        return then.atZone(zone).toLocalDate();
    }

    /** The first day that counts on this one; both belong to the window. */
    public LocalDate windowFirst(LocalDate day) {
        return day.minus(window).plusDays(1);
    }

    public String level(long spend) {
        String reached = levels.get(0).name();
        for (Level level : levels) {
            if (level.threshold() <= spend) reached = level.name();
        }
        return reached;
    }

    boolean hasTiersOf(Terms other) {
        return shape.tiers()
                && other.shape.tiers()
                && levels.equals(other.levels)
                && window.equals(other.window)
                && zone.equals(other.zone);
    }
}
