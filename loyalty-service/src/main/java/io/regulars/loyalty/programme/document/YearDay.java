package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** A day of every year, written 12-31. 29 February is 28 February in years that have none. */
public record YearDay(MonthDay day) implements Comparable<YearDay> {

    @JsonCreator
    public static YearDay of(String text) {
        if (!text.matches("\\d\\d-\\d\\d")) throw new IllegalArgumentException("a day of the year is written 12-31");
        return new YearDay(MonthDay.parse("--" + text));
    }

    /** The first of these days on or after {@code from}. */
    public static LocalDate firstOf(List<YearDay> days, LocalDate from) {
        LocalDate first = null;
        for (YearDay each : days) {
            LocalDate here = each.day.atYear(from.getYear());
            LocalDate next = here.isBefore(from) ? each.day.atYear(from.getYear() + 1) : here;
            if (first == null || next.isBefore(first)) first = next;
        }
        return first;
    }

    @Override
    @JsonValue
    public String toString() {
        return day.toString().substring(2);
    }

    @Override
    public int compareTo(YearDay other) {
        return day.compareTo(other.day);
    }
}
