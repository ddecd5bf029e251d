package io.regulars.local.check.table;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Micros;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of a database, its columns taken one after the other. */
public final class Row {
    private final ResultSet columns;
    private int next = 1;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    UUID id() throws SQLException {
        return columns.getObject(next++, UUID.class);
    }

    int id(Ids ids) throws SQLException {
        return ids.of(id());
    }

    /** Empty where there is none. */
    String text() throws SQLException {
        String text = columns.getString(next++);
        return text == null ? "" : text;
    }

    long number() throws SQLException {
        return columns.getLong(next++);
    }

    int small() throws SQLException {
        return columns.getInt(next++);
    }

    boolean flag() throws SQLException {
        return columns.getBoolean(next++);
    }

    /** {@link Micros#NEVER} where there is none. */
    long micros() throws SQLException {
        OffsetDateTime time = columns.getObject(next++, OffsetDateTime.class);
        return time == null ? Micros.NEVER : Micros.of(time.toInstant());
    }

    /** Counted from 1970; {@link Micros#NEVER} where there is none. */
    long day() throws SQLException {
        LocalDate day = columns.getObject(next++, LocalDate.class);
        return day == null ? Micros.NEVER : day.toEpochDay();
    }

    /** Eight bytes of a hash. */
    long hash() throws SQLException {
        return ByteBuffer.wrap(columns.getBytes(next++)).getLong();
    }
}
