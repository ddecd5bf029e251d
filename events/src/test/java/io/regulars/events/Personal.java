package io.regulars.events;

import java.lang.reflect.RecordComponent;
import java.util.Set;

/** What of a receipt stays behind when it becomes a fact of the crm: {@code withoutCustomer()} takes it out. */
final class Personal {

    /** Free text of a person at the till; whatever else is personal sits in {@link CustomerRef}. */
    private static final Set<String> FREE_TEXT = Set.of("Refund.reason", "Voiding.reason");

    private Personal() {}

    static boolean staysBehind(RecordComponent component) {
        return component.getType() == CustomerRef.class || FREE_TEXT.contains(nameOf(component));
    }

    static String nameOf(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
