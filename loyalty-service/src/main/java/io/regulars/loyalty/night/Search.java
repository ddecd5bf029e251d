package io.regulars.loyalty.night;

import java.time.LocalDate;

/**
 * A part of a night's work: whom to look for.
 *
 * @param wallet whose points, or null
 * @param from the first day that concerns the night
 * @param before the first one after those that do
 * @param lowest the tier that nobody falls from, or null
 */
public record Search(Step step, String wallet, LocalDate from, LocalDate before, String lowest) {

    static Search of(Step step) {
        return new Search(step, null, null, null, null);
    }

    static Search days(Step step, LocalDate from, LocalDate before, String lowest) {
        return new Search(step, null, from, before, lowest);
    }
}
