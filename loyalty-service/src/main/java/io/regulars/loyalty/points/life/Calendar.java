package io.regulars.loyalty.points.life;

import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where the days and weeks of a programme begin. Midnight is the first instant of a day, also where clocks skip it. */
public record Calendar(ZoneId zone, DayOfWeek weekStart) {

    public static Calendar of(ProgrammeVersion programme) {
        return new Calendar(programme.zone(), programme.document().weekStart());
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
