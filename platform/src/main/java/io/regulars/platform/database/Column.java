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
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    public static UUID[] uuids(Collection<UUID> values) {
        return values.toArray(UUID[]::new);
    }

    public static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    public static <T> Long[] longs(Collection<T> rows, ToLongFunction<T> value) {
        return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
    }

    public static <T> Integer[] ints(Collection<T> rows, ToIntFunction<T> value) {
        return rows.stream().map(value::applyAsInt).toArray(Integer[]::new);
    }

    public static <T> Boolean[] flags(Collection<T> rows, Function<T, Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    public static <T> LocalDate[] dates(Collection<T> rows, Function<T, LocalDate> value) {
        return rows.stream().map(value).toArray(LocalDate[]::new);
    }

    public static <T> OffsetDateTime[] instants(Collection<T> rows, Function<T, Instant> value) {
        return rows.stream().map(value).map(Column::at).toArray(OffsetDateTime[]::new);
    }

    public static <T> Buffer[] bytes(Collection<T> rows, Function<T, byte[]> value) {
        return rows.stream().map(value).map(Column::buffer).toArray(Buffer[]::new);
    }

    /** An instant as the driver wants it. */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
