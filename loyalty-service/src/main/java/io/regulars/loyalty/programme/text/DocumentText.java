package io.regulars.loyalty.programme.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import java.util.List;

/** A programme as text: YAML or JSON, read strictly and written with its defaults filled in. */
public final class DocumentText {

    /** A programme is written by people; what is longer is not one. */
    public static final int LONGEST = 256 * 1024;

    private static final ObjectMapper YAML = strict(YAMLMapper.builder().disable(YAMLGenerator.Feature.SPLIT_LINES))
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final ObjectMapper JSON = strict(JsonMapper.builder())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private DocumentText() {}

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        return builder.addModule(new JavaTimeModule())
                .annotationIntrospector(new CamelCaseWords())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    }

    /** Reads YAML, of which JSON is a part. */
    public static ProgrammeDocument read(String text) {
        if (text.length() > LONGEST) {
            throw new UnacceptableDocument(List.of(new Fault("", "The document is longer than 256 KiB.")));
        }
        try {
            List<Fault> empty = Unreadable.empty(YAML.readTree(text));
            if (!empty.isEmpty()) throw new UnacceptableDocument(empty);
            return YAML.readValue(text, ProgrammeDocument.class);
        } catch (JacksonException unreadable) {
            throw new UnacceptableDocument(List.of(Unreadable.fault(unreadable)));
        }
    }

    public static String yaml(ProgrammeDocument document) {
        return written(YAML, document);
    }

    public static String json(ProgrammeDocument document) {
        return written(JSON, document);
    }

    /** The document with its defaults filled in, as a tree. */
    public static JsonNode tree(ProgrammeDocument document) {
        return JSON.valueToTree(document);
    }

    /** A choice as it is written. */
    static String word(Enum<?> choice) {
        return JSON.valueToTree(choice).asText();
    }

    private static String written(ObjectMapper format, ProgrammeDocument document) {
        try {
            return format.writeValueAsString(document);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a programme cannot be written", impossible);
        }
    }
}
