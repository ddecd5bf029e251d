package io.regulars.local.infrastructure;

import io.regulars.local.process.NotStarted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** One database per service, each with a role that owns it and one that works in it; both can see no other. */
public final class Databases {
    public static final List<String> NAMES = List.of("crm", "loyalty", "engagement", "gateway");

    /** Their services only migrate as the owner; the others do everything as the owner. */
    private static final Set<String> KEPT_FROM_THEIR_SERVICE = Set.of("loyalty");

    private static final String ROLE_EXISTS = "select 1 from pg_roles where rolname = ?";
    private static final String DATABASE_EXISTS = "select 1 from pg_database where datname = ?";

    /** Not granted twice: an administrator may not be somebody who can grant on what others own. */
    private static final String MAY_CONNECT = """
            do $$ begin
                if not has_database_privilege('%1$s', '%2$s', 'connect') then
                    grant connect on database %2$s to %1$s;
                end if;
            end $$
            """;

    private final String url;
    private final String admin;
    private final String password;
    private final Passwords passwords;

    /**
     * What roles that are missing will sign in with.
     *
     * @param owner of those that only migrate
     */
    public record Passwords(String service, String owner) {}

    public Databases(String host, int port, String admin, String password, Passwords passwords) {
        this.url = "jdbc:postgresql://" + host + ":" + port + "/";
        this.admin = admin;
        this.password = password;
        this.passwords = passwords;
    }

    /** The role whose rights the work on a database needs. */
    public static String roleAtWork(String database) {
        return KEPT_FROM_THEIR_SERVICE.contains(database) ? application(database) : database;
    }

    private static String application(String database) {
        return database + "_app";
    }

    /** Creates what is missing and leaves the rest as it is. */
    public void create() {
        NAMES.parallelStream().forEach(this::create);
    }

    public void create(String name) {
        try (Connection connection = DriverManager.getConnection(url + "postgres", admin, password);
                Statement statement = connection.createStatement()) {
            boolean kept = KEPT_FROM_THEIR_SERVICE.contains(name);
            role(connection, name, kept ? passwords.owner() : passwords.service());
            role(connection, application(name), passwords.service());
            if (!exists(connection, DATABASE_EXISTS, name)) {
                statement.execute("create database %s owner %s".formatted(name, name));
                statement.execute("revoke connect, temporary on database %s from public".formatted(name));
            }
            statement.execute(MAY_CONNECT.formatted(application(name), name));
        } catch (SQLException refused) {
            throw new NotStarted("Database " + name + " could not be created: " + refused.getMessage());
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (exists(connection, ROLE_EXISTS, name)) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(name, password.replace("'", "''")));
            statement.execute("alter role %s set transaction_timeout = '60s'".formatted(name));
            statement.execute("alter role %s set idle_in_transaction_session_timeout = '30s'".formatted(name));
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
