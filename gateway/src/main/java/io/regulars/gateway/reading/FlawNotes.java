package io.regulars.gateway.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;

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

    private static Object notThis(DeserializationContext context, JsonParser parser, String must) throws IOException {
        StrictJson.flaws(context).check(must, StrictJson.pointer(parser));
        parser.skipChildren();
        return null;
    }
}
