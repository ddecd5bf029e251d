package io.regulars.platform.database;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Turns a list of things into the columns of one {@code insert … select from unnest(…)}. */
public final class Column {

    private Column() {}

    public static <T> UUID[] uuids(Collection<T> rows, Function<T, UUID> value) {
        return filled(new UUID[rows.size()], rows, value);
    }

    public static UUID[] uuids(Collection<UUID> values) {
        return values.toArray(UUID[]::new);
    }

    public static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return filled(new String[rows.size()], rows, value);
    }

    public static <T> Long[] longs(Collection<T> rows, ToLongFunction<T> value) {
        return filled(new Long[rows.size()], rows, value::applyAsLong);
    }

    public static <T> Integer[] ints(Collection<T> rows, ToIntFunction<T> value) {
        return filled(new Integer[rows.size()], rows, value::applyAsInt);
    }

    public static <T> Boolean[] flags(Collection<T> rows, Function<T, Boolean> value) {
        return filled(new Boolean[rows.size()], rows, value);
    }

    public static <T> LocalDate[] dates(Collection<T> rows, Function<T, LocalDate> value) {
        return filled(new LocalDate[rows.size()], rows, value);
    }

    public static <T> OffsetDateTime[] instants(Collection<T> rows, Function<T, Instant> value) {
        return filled(new OffsetDateTime[rows.size()], rows, row -> at(value.apply(row)));
    }

    public static <T> Buffer[] bytes(Collection<T> rows, Function<T, byte[]> value) {
        return filled(new Buffer[rows.size()], rows, row -> buffer(value.apply(row)));
    }

    private static <T, V> V[] filled(V[] column, Collection<T> rows, Function<T, V> value) {
        int row = 0;
        for (T each : rows) column[row++] = value.apply(each);
        return column;
    }

    /** An instant as the driver wants it. */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
