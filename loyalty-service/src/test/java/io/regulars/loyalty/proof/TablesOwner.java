package io.regulars.loyalty.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who owns loyalty's tables, and an administrator: both can do behind the service's back what it cannot. */
final class TablesOwner {

    private static final String PASSWORD = "regulars";

    private TablesOwner() {}

    static void run(String... statements) throws SQLException {
        runAs("loyalty", statements);
    }

    static void runAs(String role, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), role, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }

    static int port() {
        return ConfigProvider.getConfig().getValue("REGULARS_DB_PORT", Integer.class);
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/loyalty";
    }
}
