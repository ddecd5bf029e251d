package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Micros;
import io.regulars.local.infrastructure.Databases;
import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The databases of a history, made by the services' own migrations. */
public final class Stored {
    private static final Map<String, String> MODULES = Map.of(
            "crm",
            "crm-service",
            "loyalty",
            "loyalty-service",
            "engagement",
            "engagement-service",
            "gateway",
            "gateway");

    private final PostgresServer server;

    public Stored(PostgresServer server) {
        this.server = server;
    }

    public Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), database, PostgresServer.PASSWORD);
    }

    /** Empties a database and migrates it. */
    public void migrate(String database) throws SQLException, IOException {
        empty(database);
        for (Path folder : folders(database)) run(database, scripts(folder));
    }

    /** Empties a database and migrates it to where its first migration ends; answers what comes after. */
    public List<Path> migrateToTheFirst(String database) throws SQLException, IOException {
        empty(database);
        run(database, scripts(folders(database).get(0)));
        List<Path> own = scripts(folders(database).get(1));
        run(database, own.subList(0, 1));
        return own.subList(1, own.size());
    }

    public void run(String database, List<Path> scripts) throws SQLException, IOException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            for (Path script : scripts) statement.execute(told(script));
        }
    }

    private static List<Path> folders(String database) {
        Path root = ProjectRoot.find();
        return List.of(
                root.resolve("platform/src/main/resources/db/platform"),
                root.resolve(MODULES.get(database)).resolve("src/main/resources/db/migration"));
    }

    private void empty(String database) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("drop owned by current_user cascade");
            statement.execute("create schema if not exists public");
        }
    }

    private static String told(Path script) throws IOException {
        return Files.readString(script)
                .replace("${zone}", SmallProgramme.ZONE.getId())
                .replace("${application}", Databases.roleAtWork("loyalty"));
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparingInt(Stored::number).thenComparing(Path::toString))
                    .toList();
        }
    }

    /** By number: V12 comes after V2, and V0_2 after V0_1; what is run after each migration comes last. */
    private static int number(Path script) {
        String name = script.getFileName().toString();
        if (!name.startsWith("V")) return Integer.MAX_VALUE;
        String number = name.substring(1, name.indexOf("__"));
        return Integer.parseInt(number.substring(number.indexOf('_') + 1));
    }

    /** Writes into one database. */
    static final class Table implements AutoCloseable {
        private final Connection connection;
        private final History history;

        Table(Connection connection, History history) {
            this.connection = connection;
            this.history = history;
        }

        UUID id(int number) {
            return history.ids.at(number);
        }

        static OffsetDateTime at(long micros) {
            return micros == Micros.NEVER ? null : Micros.instant(micros).atOffset(ZoneOffset.UTC);
        }

        void insert(String into, Object... values) throws SQLException {
            String places = "?, ".repeat(values.length - 1) + "?";
            run("insert into " + into + " values (" + places + ")", values);
        }

        void run(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
                statement.execute();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
