package io.regulars.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every kind of fact by its name on the wire, read off the sealed families so that no second list exists. */
public final class Types {

    private static final Map<String, Class<? extends Event>> BY_NAME = new TreeMap<>();

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> kind) {
            return kind.getAnnotation(Type.class).value();
        }
    };

    static {
        leaves(Event.class).forEach(kind -> BY_NAME.put(NAMES.get(kind), kind.asSubclass(Event.class)));
    }

    private Types() {}

    public static String nameOf(Event fact) {
        return NAMES.get(fact.getClass());
    }

    public static String nameOf(Class<? extends Event> kind) {
        return NAMES.get(kind);
    }

    /** The record a name stands for, or null when this build does not know the name. */
    public static Class<? extends Event> named(String name) {
        return BY_NAME.get(name);
    }

    public static Map<String, Class<? extends Event>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(Types::leaves)
                : Stream.of(family);
    }
}
