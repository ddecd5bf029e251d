package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import java.util.List;
import java.util.Set;

/** Something a service keeps up to date by following topics. Each batch arrives in order per subject, in one transaction. */
public interface View {

    /** Stable name; positions are kept under it. */
    String name();

    Set<Topic> follows();

    /** Applies a batch. Throwing undoes it: a passing fault is tried again, a lasting one parks the record it is in. */
    void apply(Tx tx, List<Told> batch);

    /** The tables of a reading view, which says nothing and can be rebuilt; empty for a deciding one. */
    default List<String> tables() {
        return List.of();
    }

    /** Kinds this view reacts to (wire names); records of other kinds only move the position. Empty: all. */
    default Set<String> kinds() {
        return Set.of();
    }
}
