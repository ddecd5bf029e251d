package io.regulars.loyalty.programme.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A period of the calendar where the programme is. It holds its first day and not the first day of the next. */
public enum Cadence {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF,
    YEAR,
    EVER;

    /** The first day of the period that holds the day. */
    public LocalDate startOf(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> monthsOf(day, 3);
            case HALF -> monthsOf(day, 6);
            case YEAR -> day.withDayOfYear(1);
            case EVER -> LocalDate.EPOCH;
        };
    }

    /** The first day of the period after the one that holds the day; ever has none. */
    public LocalDate nextAfter(LocalDate day, DayOfWeek weekStart) {
        LocalDate start = startOf(day, weekStart);
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case HALF -> start.plusMonths(6);
            case YEAR -> start.plusYears(1);
            case EVER -> LocalDate.MAX;
        };
    }

    private static LocalDate monthsOf(LocalDate day, int length) {
        int first = (day.getMonthValue() - 1) / length * length + 1;
        return LocalDate.of(day.getYear(), first, 1);
    }
}
