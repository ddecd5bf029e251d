package io.regulars.loyalty.programme.text;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.regulars.loyalty.programme.rule.CamelCase;

/** Choices are written and read as {@link CamelCase} has them. */
public final class CamelCaseWords extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass kind, Enum<?>[] values, String[] names) {
        super.findEnumValues(config, kind, values, names);
        for (int i = 0; i < values.length; i++) {
            if (names[i] == null) names[i] = CamelCase.of(values[i]);
        }
        return names;
    }
}
