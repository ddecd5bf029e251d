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

    /** By name, the birthday as text under a name of its own. */
    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>(attributes);
        if (birthday != null) values.put(ProfileRules.BIRTHDAY, SharingRules.text(birthday));
        return values;
    }

    static Profile of(SortedMap<String, String> values) {
        SortedMap<String, String> attributes = new TreeMap<>(values);
        String birthday = attributes.remove(ProfileRules.BIRTHDAY);
        return new Profile(birthday == null ? null : SharingRules.day(birthday), attributes);
    }

    @Override
    public String toString() {
        return "profile";
    }
}
