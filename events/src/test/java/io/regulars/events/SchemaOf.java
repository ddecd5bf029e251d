package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * JSON Schema 2020-12 of a kind of fact, read off its record. A field is required when it is always written: it is
 * primitive, or neither is it marked {@link MayBeMissing} nor its whole record {@code @JsonInclude(NON_NULL)}. Fields
 * nobody listed are welcome. What must stay in the crm is {@code false}: a fact that has it is not valid.
 */
final class SchemaOf {

    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

    private static final Map<Class<?>, String[]> SCALARS = Map.ofEntries(
            Map.entry(UUID.class, new String[] {"string", "uuid"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(String.class, new String[] {"string"}),
            Map.entry(BigDecimal.class, new String[] {"number"}),
            Map.entry(boolean.class, new String[] {"boolean"}),
            Map.entry(Boolean.class, new String[] {"boolean"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(Map.class, new String[] {"object"}));

    private final boolean mayBePersonal;

    private SchemaOf(boolean mayBePersonal) {
        this.mayBePersonal = mayBePersonal;
    }

    static ObjectNode of(Class<? extends Event> kind) {
        ObjectNode schema = NEW.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:regulars:schema:" + Types.nameOf(kind));
        schema.put("title", kind.getSimpleName());
        schema.setAll(new SchemaOf(Intake.class.isAssignableFrom(kind)).record(kind));
        return schema;
    }

    /** Every place a fact of this kind may fill, as paths without list indexes; the fact itself is the empty path. */
    static Set<String> fieldsOf(Class<? extends Event> kind) {
        Set<String> fields = new TreeSet<>();
        collect("", of(kind), fields);
        return fields;
    }

    private static void collect(String path, JsonNode schema, Set<String> fields) {
        if (schema.isBoolean()) return;
        fields.add(path);
        if (schema.has("items")) collect(path, schema.get("items"), fields);
        schema.path("properties")
                .properties()
                .forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), fields));
    }

    private ObjectNode record(Class<?> kind) {
        ObjectNode properties = NEW.objectNode();
        ArrayNode required = NEW.arrayNode();
        for (RecordComponent component : kind.getRecordComponents()) {
            boolean allowed = mayBePersonal || !Personal.staysBehind(component);
            properties.set(component.getName(), allowed ? value(component.getGenericType()) : NEW.booleanNode(false));
            if (allowed && alwaysWritten(component)) required.add(component.getName());
        }
        ObjectNode schema = NEW.objectNode().put("type", "object");
        schema.set("properties", properties);
        if (!required.isEmpty()) schema.set("required", required);
        return schema;
    }

    private ObjectNode value(java.lang.reflect.Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == java.util.List.class) {
            ObjectNode array = NEW.objectNode().put("type", "array");
            return array.set("items", value(generic.getActualTypeArguments()[0]));
        }
        Class<?> kind = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (kind.isRecord()) return record(kind);
        return kind.isEnum() ? oneOf(kind) : scalar(kind);
    }

    private static ObjectNode oneOf(Class<?> kind) {
        ObjectNode schema = NEW.objectNode().put("type", "string");
        ArrayNode names = schema.putArray("enum");
        for (Object constant : kind.getEnumConstants()) names.add(nameOf((Enum<?>) constant));
        return schema;
    }

    private static String nameOf(Enum<?> constant) {
        try {
            JsonProperty name =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return name == null ? constant.name() : name.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode scalar(Class<?> kind) {
        String[] words = SCALARS.get(kind);
        if (words == null) throw new IllegalArgumentException("say in SCALARS how " + kind + " looks in JSON");
        ObjectNode schema = NEW.objectNode().put("type", words[0]);
        return words.length == 1 ? schema : schema.put("format", words[1]);
    }

    private static boolean alwaysWritten(RecordComponent component) {
        return component.getType().isPrimitive()
                || !component.getAccessor().isAnnotationPresent(MayBeMissing.class)
                        && !component.getDeclaringRecord().isAnnotationPresent(JsonInclude.class);
    }
}
