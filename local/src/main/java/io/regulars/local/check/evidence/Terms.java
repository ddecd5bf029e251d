package io.regulars.local.check.evidence;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** What the programme promises, in minor units of its currency. Levels ascend from 0. */
public record Terms(
        String programme, long onePointPer, Period window, List<Level> levels, ZoneId zone, String currency) {

    /** Reached by net spend of at least {@code threshold}. */
    public record Level(String name, long threshold) {}

    /** What money of a receipt counts here: other currencies do not. */
    public long counted(long amount, String paidIn) {
        return paidIn == null || paidIn.equals(currency) ? amount : 0;
    }

    /** One point per whole unit; what is below zero is worth none. */
    public long points(long total) {
        return total <= 0 ? 0 : total / onePointPer;
    }

    /** The start of the business day of an opt-in. */
    public long countsFrom(long enrolledAt) {
        Instant enrolled = Micros.instant(enrolledAt);
        return Micros.of(enrolled.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
    }

    /** Spend counts when it happened after this and not after {@code asOf}. */
    public long windowStart(long asOf) {
        return Micros.of(Micros.instant(asOf).atZone(zone).minus(window).toInstant());
    }

    public String level(long spend) {
        String reached = levels.get(0).name();
        for (Level level : levels) {
            if (level.threshold() <= spend) reached = level.name();
        }
        return reached;
    }
}
