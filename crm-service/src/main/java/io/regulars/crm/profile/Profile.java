package io.regulars.crm.profile;

import java.time.MonthDay;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a person beside how she is recognised. Personal.
 *
 * @param birthday null when it is not known; never the year
 * @param attributes by name
 */
public record Profile(MonthDay birthday, SortedMap<String, String> attributes) {

    public static final Profile EMPTY = new Profile(null, new TreeMap<>());

    public Profile {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    @Override
    public String toString() {
        return "profile";
    }
}
