package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.document.rule.Place;
import io.regulars.loyalty.programme.rule.CamelCase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Where and when a rule applies: both days of a window belong to it, and of its hours the first minute only. */
final class PlaceRules {

    private PlaceRules() {}

    /** Why it does not apply here and now, or null. */
    static String whyNot(Place place, Happening happening) {
        LocalDate day = happening.local().toLocalDate();
        if (!among(place.stores(), happening.store()))
            return "it does not apply in " + named("store", happening.store());
        if (!among(place.channels(), happening.channel())) {
            return "it does not apply through " + named("channel", happening.channel());
        }
        if (!place.weekdays().isEmpty() && !place.weekdays().contains(day.getDayOfWeek())) {
            return "it does not apply on a " + CamelCase.of(day.getDayOfWeek());
        }
        if (place.fromDate() != null && day.isBefore(place.fromDate())) return "it begins on " + place.fromDate();
        if (place.untilDate() != null && day.isAfter(place.untilDate())) return "it ended with " + place.untilDate();
        return withinHours(place, happening.local().toLocalTime())
                ? null
                : "it applies from " + place.fromTime() + " to " + place.untilTime();
    }

    private static boolean withinHours(Place place, LocalTime time) {
        LocalTime from = place.fromTime();
        if (from == null) return true;
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(place.untilTime());
        return from.isBefore(place.untilTime()) ? begun && notOver : begun || notOver;
    }

    private static boolean among(List<String> names, String name) {
        return names.isEmpty() || name != null && names.contains(name);
    }

    private static String named(String what, String name) {
        return name == null ? "no " + what : what + " " + name;
    }
}
