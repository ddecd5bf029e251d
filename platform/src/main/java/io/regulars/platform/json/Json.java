package io.regulars.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as it lies on topics and in journals: written one way, read with unknown fields ignored. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> kind) {
            return MAPPER.readerFor(kind);
        }
    };

    private static final ClassValue<ObjectWriter> WRITERS = new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> kind) {
            return MAPPER.writerFor(kind);
        }
    };

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return WRITERS.get(value.getClass()).writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static <T> T read(byte[] json, Class<T> kind) {
        try {
            return READERS.get(kind).readValue(json);
        } catch (IOException unreadable) {
            throw new Unreadable(kind.getSimpleName(), unreadable);
        }
    }

    /** Bytes that are not what they should be. Says where, never what: the content may be personal. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String kind, IOException cause) {
            super("not a readable " + kind + where(cause));
        }

        private static String where(IOException cause) {
            return cause instanceof JsonProcessingException json && json.getLocation() != null
                    ? " at byte " + json.getLocation().getByteOffset()
                    : "";
        }
    }
}
