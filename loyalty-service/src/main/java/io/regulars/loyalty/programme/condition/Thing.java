package io.regulars.loyalty.programme.condition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import dev.cel.common.values.StructValue;
import java.util.Map;
import java.util.Optional;

/** What a word of a condition stands for: a thing with the fields of its type, looked at as it is, not copied. */
public final class Thing extends StructValue<String, Map<String, Object>> {

    private final StructType type;
    private final Map<String, Object> fields;

    public Thing(StructType type, Map<String, Object> fields) {
        this.type = type;
        this.fields = fields;
    }

    @Override
    public Object select(String field) {
        return fields.get(field);
    }

    @Override
    public Optional<Object> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public Map<String, Object> value() {
        return fields;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Thing that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }
}
