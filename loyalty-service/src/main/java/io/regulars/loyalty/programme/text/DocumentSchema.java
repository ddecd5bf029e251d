package io.regulars.loyalty.programme.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** JSON Schema 2020-12 of a programme's document, read off its records. */
public final class DocumentSchema {

    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
    private static final String LAPSE = "^P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?$";

    private static final Map<Class<?>, ObjectNode> SCALARS = Map.ofEntries(
            Map.entry(String.class, of("string")),
            Map.entry(boolean.class, of("boolean")),
            Map.entry(Boolean.class, of("boolean")),
            Map.entry(int.class, of("integer")),
            Map.entry(Integer.class, of("integer")),
            Map.entry(long.class, of("integer")),
            Map.entry(Long.class, of("integer")),
            Map.entry(BigDecimal.class, of("number")),
            Map.entry(ZoneId.class, of("string").put("description", "A zone like Europe/Berlin.")),
            Map.entry(
                    Period.class, of("string").put("pattern", LAPSE.replace("(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?", ""))),
            Map.entry(LocalDate.class, of("string").put("format", "date")),
            Map.entry(LocalTime.class, of("string").put("pattern", "^\\d\\d:\\d\\d(:\\d\\d)?$")));

    private DocumentSchema() {}

    public static ObjectNode ofProgramme() {
        ObjectNode schema = NEW.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:regulars:schema:document.programme.v1");
        schema.put("title", "A loyalty programme");
        schema.setAll(record(ProgrammeDocument.class));
        return schema;
    }

    private static ObjectNode record(Class<?> kind) {
        ObjectNode properties = NEW.objectNode();
        ArrayNode required = NEW.arrayNode();
        for (RecordComponent component : kind.getRecordComponents()) {
            ObjectNode value = value(component.getGenericType());
            JsonPropertyDescription says = component.getAccessor().getAnnotation(JsonPropertyDescription.class);
            if (says != null) value.put("description", says.value());
            properties.set(component.getName(), value);
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            if (property != null && property.required()) required.add(component.getName());
        }
        ObjectNode schema = of("object");
        schema.set("properties", properties);
        if (!required.isEmpty()) schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) return of("array").set("items", value(of[0]));
            ObjectNode map = of("object");
            map.set("propertyNames", value(of[0]));
            return map.set("additionalProperties", value(of[1]));
        }
        Class<?> kind = (Class<?>) type;
        if (SCALARS.containsKey(kind)) return SCALARS.get(kind).deepCopy();
        if (kind.isEnum()) return choice(kind);
        return isWrittenAsText(kind) ? text(kind) : record(kind);
    }

    private static boolean isWrittenAsText(Class<?> kind) {
        for (var method : kind.getDeclaredMethods()) if (method.isAnnotationPresent(JsonValue.class)) return true;
        return false;
    }

    private static ObjectNode text(Class<?> kind) {
        String pattern = kind.getSimpleName().equals("YearDay") ? "^\\d\\d-\\d\\d$" : LAPSE;
        return of("string").put("pattern", pattern);
    }

    private static ObjectNode choice(Class<?> kind) {
        ObjectNode schema = of("string");
        ArrayNode names = schema.putArray("enum");
        for (Object choice : kind.getEnumConstants()) names.add(DocumentText.word((Enum<?>) choice));
        return schema;
    }

    private static ObjectNode of(String type) {
        return NEW.objectNode().put("type", type);
    }
}
