package io.regulars.local.infrastructure;

import io.regulars.local.process.NotStarted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One database per service, each with a role that owns it and can see no other. */
public final class Databases {
    public static final List<String> NAMES = List.of("crm", "loyalty", "engagement", "gateway");

    private static final String ROLE_EXISTS = "select 1 from pg_roles where rolname = ?";
    private static final String DATABASE_EXISTS = "select 1 from pg_database where datname = ?";

    private final String url;
    private final String admin;
    private final String password;
    private final String rolePassword;

    /** @param rolePassword what the roles that are missing will sign in with */
    public Databases(String host, int port, String admin, String password, String rolePassword) {
        this.url = "jdbc:postgresql://" + host + ":" + port + "/";
        this.admin = admin;
        this.password = password;
        this.rolePassword = rolePassword;
    }

    /** Creates what is missing and leaves the rest as it is. */
    public void create() {
        NAMES.parallelStream().forEach(this::create);
    }

    public void create(String name) {
        try (Connection connection = DriverManager.getConnection(url + "postgres", admin, password);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, ROLE_EXISTS, name)) {
                statement.execute(
                        "create role %s login password '%s'".formatted(name, rolePassword.replace("'", "''")));
                statement.execute("alter role %s set transaction_timeout = '60s'".formatted(name));
                statement.execute("alter role %s set idle_in_transaction_session_timeout = '30s'".formatted(name));
            }
            if (!exists(connection, DATABASE_EXISTS, name)) {
                statement.execute("create database %s owner %s".formatted(name, name));
                statement.execute("revoke connect, temporary on database %s from public".formatted(name));
            }
        } catch (SQLException refused) {
            throw new NotStarted("Database " + name + " could not be created: " + refused.getMessage());
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
