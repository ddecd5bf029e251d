package io.regulars.gateway.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;

/** Notes fields nobody knows and objects where none belong, and reads on: the caller hears of everything at once. */
final class FlawNotes extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        StrictJson.flaws(context).check("is not a known field", StrictJson.pointer(parser));
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType kind, JsonToken token, JsonParser parser, String message)
            throws IOException {
        String must = kind.isCollectionLikeType() ? "must be a list" : "must be an object";
        StrictJson.flaws(context).check(must, StrictJson.pointer(parser));
        parser.skipChildren();
        return null;
    }
}
