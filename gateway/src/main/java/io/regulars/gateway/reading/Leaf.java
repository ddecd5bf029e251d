package io.regulars.gateway.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads one value of one kind and nothing that merely looks like it; what is wrong is noted and reading goes on. */
final class Leaf<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1;

    private final transient Reading<T> reading;
    private final transient T absent;
    private final transient T inItsPlace;
    private final String must;

    /** Answers null when what is there is not such a value. */
    @FunctionalInterface
    interface Reading<T> {
        T from(JsonParser parser) throws IOException;
    }

    /** @param absent what a null or missing value means; @param inItsPlace what to go on with after a flaw */
    Leaf(Class<T> kind, String must, T absent, T inItsPlace, Reading<T> reading) {
        super(kind);
        this.must = must;
        this.absent = absent;
        this.inItsPlace = inItsPlace;
        this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        T value = reading.from(parser);
        if (value != null) return value;
        StrictJson.flaws(context).check(must, StrictJson.pointer(parser));
        parser.skipChildren();
        return inItsPlace;
    }

    @Override
    public T getNullValue(DeserializationContext context) {
        return absent;
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return absent;
    }
}
