package io.regulars.gateway.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Notes fields nobody knows and objects where none belong, and reads on: the caller hears of everything at once. */
final class FlawNotes extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        String pointer = StrictJson.pointer(parser);
        boolean itemType = pointer.equals("/type") && StrictJson.typed(context);
        if (!itemType) StrictJson.flaws(context).check("is not a known field", pointer);
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType kind, JsonToken token, JsonParser parser, String message)
            throws IOException {
        return notThis(context, parser, kind.isCollectionLikeType() ? "must be a list" : "must be an object");
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context, Class<?> kind, ValueInstantiator ways, JsonParser parser, String message)
            throws IOException {
        return notThis(context, parser, "must be an object");
    }

    /** A word that is none of the choices: the choices are told. */
    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> kind, String word, String message) {
        if (!kind.isEnum()) return NOT_HANDLED;
        String choices = Arrays.stream(kind.getFields())
                .filter(Field::isEnumConstant)
                .map(FlawNotes::written)
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " or $1");
        StrictJson.flaws(context).check("must be " + choices, StrictJson.pointer(context.getParser()));
        return null;
    }

    private static String written(Field choice) {
        JsonProperty name = choice.getAnnotation(JsonProperty.class);
        return name == null ? choice.getName() : name.value();
    }

    private static Object notThis(DeserializationContext context, JsonParser parser, String must) throws IOException {
        StrictJson.flaws(context).check(must, StrictJson.pointer(parser));
        parser.skipChildren();
        return null;
    }
}
