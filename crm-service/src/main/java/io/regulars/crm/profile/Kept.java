package io.regulars.crm.profile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one side of a customer was said to be, and by whom.
 *
 * @param values by name, the birthday among them
 * @param said by name; also of what was taken back, which has no value
 * @param shared what the world was told last, as text to compare; empty when nothing ever was
 */
public record Kept(UUID side, SortedMap<String, String> values, SortedMap<String, Statement> said, String shared) {

    public Kept {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    static Kept nothing(UUID side) {
        return new Kept(side, new TreeMap<>(), new TreeMap<>(), "");
    }

    @Override
    public String toString() {
        return "profile of " + side;
    }
}
