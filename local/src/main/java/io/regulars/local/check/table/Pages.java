package io.regulars.local.check.table;

import io.regulars.local.infrastructure.Databases;
import io.regulars.local.process.NotStarted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;

/** Reads tables of one database in key order, page by page, each page a read-only transaction of its own. */
public final class Pages implements AutoCloseable {
    private static final int PAGE = 10_000;

    private final String database;
    private final Connection connection;

    public Pages(String host, int port, String database, String password) {
        this.database = database;
        Properties properties = new Properties();
        properties.setProperty("user", Databases.roleAtWork(database));
        properties.setProperty("password", password);
        properties.setProperty("options", "-c default_transaction_read_only=on");
        properties.setProperty("ApplicationName", "regulars-check");
        try {
            String url = "jdbc:postgresql://" + host + ":" + port + "/" + database;
            this.connection = DriverManager.getConnection(url, properties);
        } catch (SQLException refused) {
            throw new NotStarted(
                    "Database %s at %s:%d does not answer: %s".formatted(database, host, port, refused.getMessage()));
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(Row row) throws SQLException;
    }

    String database() {
        return database;
    }

    /** Whether there is such a table; there is none in a database whose service never started. */
    public boolean has(String table) {
        boolean[] found = new boolean[1];
        all("select to_regclass('" + table + "') is not null", row -> found[0] = row.flag());
        return found[0];
    }

    /** Reads all rows at once, of tables that are known to be small. */
    void all(String sql, RowReader reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) reader.read(new Row(rows));
        } catch (SQLException refused) {
            throw unreadable(refused);
        }
    }

    /**
     * Reads all rows, page by page.
     *
     * @param columns of which the first ones are the key
     * @param rest from {@code from} on
     * @param first a key before all others, of one to three parts
     */
    void read(String columns, String rest, Object[] first, RowReader reader) {
        String[] names = columns.split(",", first.length + 1);
        String key = String.join(", ", Arrays.copyOf(names, first.length));
        String places = "?, ".repeat(first.length - 1) + "?";
        String sql = "select " + columns + " from " + rest + " where (" + key + ") > (" + places + ") order by " + key
                + " limit " + PAGE;
        Object[] last = first;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            while (last != null) last = page(statement, last, reader);
        } catch (SQLException refused) {
            throw unreadable(refused);
        }
    }

    /** Reads what follows a key; answers the last key of a full page, null when that was the end. */
    private static Object[] page(PreparedStatement statement, Object[] after, RowReader reader) throws SQLException {
        for (int i = 0; i < after.length; i++) statement.setObject(i + 1, after[i]);
        Object[] last = new Object[after.length];
        int count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                count++;
                reader.read(new Row(rows));
                for (int i = 0; i < last.length; i++) last[i] = rows.getObject(i + 1, after[i].getClass());
            }
        }
        return count == PAGE ? last : null;
    }

    private NotStarted unreadable(SQLException refused) {
        return new NotStarted("Database %s cannot be read: %s".formatted(database, refused.getMessage()));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw unreadable(refused);
        }
    }
}
