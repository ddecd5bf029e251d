package io.regulars.loyalty.programme.text;

import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.programme.document.YearDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;

/** What may stand in a place, in the words of those who write documents. */
final class WantedWords {

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(int.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(BigDecimal.class, "a number"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(String.class, "a text"),
            Map.entry(ZoneId.class, "a time zone, as in Europe/Berlin"),
            Map.entry(LocalDate.class, "a day, as in 2026-01-31"),
            Map.entry(LocalTime.class, "a time of day in quotes, as in \"15:00\""),
            Map.entry(Period.class, "a period, as in P12M or P14D"),
            Map.entry(Lapse.class, "a length of time, as in P14D or PT48H"),
            Map.entry(YearDay.class, "a day of every year in quotes, as in \"12-31\""));

    private WantedWords() {}

    /** @param wanted null when the reader does not say */
    static String of(Class<?> wanted) {
        if (wanted == null) return "something else";
        if (Collection.class.isAssignableFrom(wanted)) return "a list";
        return WORDS.getOrDefault(wanted, "a group of words of its own");
    }
}
