package io.regulars.loyalty.programme.text;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;

/** Choices are written as people write words: {@code END_OF_PERIOD} is {@code endOfPeriod}. */
public final class CamelCaseWords extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass kind, Enum<?>[] values, String[] names) {
        super.findEnumValues(config, kind, values, names);
        for (int i = 0; i < values.length; i++) {
            if (names[i] == null) names[i] = of(values[i]);
        }
        return names;
    }

    public static String of(Enum<?> choice) {
        String[] words = choice.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            word.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return word.toString();
    }
}
