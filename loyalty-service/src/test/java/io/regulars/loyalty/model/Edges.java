package io.regulars.loyalty.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/** Where a month ends and the next begins, which is where most things do; some hours are midnights somewhere. */
final class Edges {

    private static final int[] HOURS = {0, 4, 5, 12, 22, 23};

    private Edges() {}

    static Instant after(Instant now, Random random) {
        int months = 1 + random.nextInt(random.nextBoolean() ? 2 : 12);
        LocalDate first =
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(months).withDayOfMonth(1);
        LocalDate day = first.minusDays(random.nextInt(2));
        Instant edge = day.atTime(HOURS[random.nextInt(HOURS.length)], 0).toInstant(ZoneOffset.UTC);
        return edge.isAfter(now) ? edge : now.plusSeconds(60);
    }
}
