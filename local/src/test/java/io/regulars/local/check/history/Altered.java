package io.regulars.local.check.history;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A copy of a record in which one component is another. */
final class Altered {
    private Altered() {}

    static <T extends Record> T plus(T record, String component, long more) {
        return with(record, component, (Long) value(record, component) + more);
    }

    @SuppressWarnings("unchecked")
    static <T extends Record> T with(T record, String component, Object other) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] kinds =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(each -> each.getName().equals(component) ? other : value(record, each.getName()))
                .toArray();
        try {
            return (T) record.getClass().getDeclaredConstructor(kinds).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Record record, String component) {
        try {
            return record.getClass().getMethod(component).invoke(record);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
