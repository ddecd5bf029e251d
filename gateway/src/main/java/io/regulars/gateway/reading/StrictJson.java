package io.regulars.gateway.reading;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.io.IOException;
import java.util.List;

/** Reads a request body as it must be: every field known, every value of its kind, nothing twice, nothing behind it. */
public final class StrictJson {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxStringLength(8_192)
            .maxNumberLength(32)
            .maxNameLength(256)
            .build();

    /** For cutting a batch into items: what is wrong inside an item is the item's own affair. */
    static final JsonFactory CUTTER = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .addModule(Leaves.module())
            .addHandler(new FlawNotes())
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .build();

    private static final String TYPED = "typed";

    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> kind) {
            return MAPPER.readerFor(kind);
        }
    };

    private StrictJson() {}

    /** Reads, and notes every flaw it meets; when there is one, what is returned may be null and is not to be used. */
    public static <T> T read(byte[] json, Class<T> kind, Flaws flaws) {
        return read(json, 0, json.length, kind, flaws, false);
    }

    /** @param typed whether the outermost object may hold a {@code type} besides its known fields */
    public static <T> T read(byte[] json, int from, int length, Class<T> kind, Flaws flaws, boolean typed) {
        ObjectReader reader = READERS.get(kind).withAttribute(Flaws.class, flaws);
        if (typed) reader = reader.withAttribute(TYPED, true);
        try (JsonParser parser = FACTORY.createParser(json, from, length)) {
            if (parser.nextToken() == null) throw malformed();
            T value = reader.readValue(parser);
            if (parser.nextToken() != null) throw malformed();
            if (value == null && flaws.none()) flaws.check("must be an object", "");
            return value;
        } catch (JsonProcessingException failure) {
            note(failure, flaws);
            return null;
        } catch (IOException unreadable) {
            throw malformed();
        }
    }

    /** Well-formed JSON of a wrong shape is invalid; anything else is not JSON we take. */
    private static void note(JsonProcessingException failure, Flaws flaws) {
        boolean broken =
                failure.getCause() instanceof JsonProcessingException cause && !(cause instanceof DatabindException);
        if (broken || !(failure instanceof JsonMappingException shape)) throw malformed();
        if (!flaws.none()) return;
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : shape.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        flaws.check("is not what belongs here", pointer.toString());
    }

    static Refusal malformed() {
        return Refusal.of(
                Code.MALFORMED_JSON,
                "The body is not JSON that can be read: one object, no key twice, "
                        + "nothing behind it, at most 32 levels deep.");
    }

    static Flaws flaws(DeserializationContext context) {
        return (Flaws) context.getAttribute(Flaws.class);
    }

    static boolean typed(DeserializationContext context) {
        return context.getAttribute(TYPED) != null;
    }

    static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
