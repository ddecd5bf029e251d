package io.regulars.local.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.process.FreePorts;
import io.regulars.local.process.NotStarted;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = new PostgresServer(folder, FreePorts.next()).start();
        server.databases().create();
    }

    @AfterAll
    static void stop() {
        server.stop();
        assertFalse(server.isRunning());
    }

    @Test
    void what_was_committed_survives_an_immediate_stop() throws SQLException {
        ask("crm", "crm", "create table kept as select 'still here' as word");

        server.stopImmediately();
        assertFalse(server.isRunning());
        server.start();

        assertEquals("still here", ask("crm", "crm", "select word from kept"));
    }

    @Test
    void every_promise_about_durability_is_on() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals("on", ask("crm", "crm", "show " + setting), setting);
        }
    }

    @Test
    void creating_the_databases_again_changes_nothing() throws SQLException {
        ask("gateway", "gateway", "create table mine as select 1 as one");

        server.databases().create();

        assertEquals("1", ask("gateway", "gateway", "select one from mine"));
        assertEquals("1min", ask("gateway", "gateway", "show transaction_timeout"));
    }

    @Test
    void a_role_owns_its_database_and_cannot_enter_another() throws SQLException {
        assertEquals("loyalty", ask("loyalty", "loyalty", "select current_user"));
        assertThrows(SQLException.class, () -> ask("loyalty", "crm", "select 1"));
        assertThrows(SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl("crm"), "crm", "wrong"));
    }

    @Test
    void a_role_signs_in_with_the_password_that_was_chosen() throws SQLException {
        String chosen = "it's a secret";
        Databases.Passwords passwords = new Databases.Passwords(chosen, chosen);
        new Databases(server.host(), server.port(), PostgresServer.ADMIN, PostgresServer.PASSWORD, passwords)
                .create("chosen");

        DriverManager.getConnection(server.jdbcUrl("chosen"), "chosen", chosen).close();
        assertThrows(SQLException.class, () -> ask("chosen", "chosen", "select 1"));
    }

    @Test
    void a_port_that_is_taken_is_said_in_words() {
        PostgresServer second = new PostgresServer(folder.resolve("second"), server.port());

        NotStarted refused = assertThrows(NotStarted.class, second::start);

        assertTrue(refused.getMessage().startsWith("PostgreSQL did not start on port " + server.port()));
    }

    private static String ask(String role, String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(database), role, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) return null;
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
