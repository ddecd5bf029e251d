package io.regulars.local.bench;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.suite.Suite;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many facts each service has applied so far, read from the positions its views committed. */
final class Applied implements AutoCloseable {

    private static final String READ =
            "select coalesce(sum(last_seq), 0) from view_position where view = ? and topic = ?";
    private static final String SAID =
            "select coalesce(sum(last), 0) from (select max(seq) as last from journal group by shard) s";

    private final Map<String, Connection> databases = new LinkedHashMap<>();
    private final Path logs;

    Applied(Suite suite) {
        logs = suite.options().data().resolve("kafka/data");
        try {
            for (String name : new String[] {"crm", "loyalty", "engagement"}) {
                databases.put(
                        name,
                        DriverManager.getConnection(suite.postgres().jdbcUrl(name), name, PostgresServer.PASSWORD));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Purchases recorded by crm and assessed by loyalty, and what each of them was told of the other. */
    record Counts(long recorded, long assessed, long timeline, long engagement, long said) {

        /** The slowest service decides; facts of the others are worth {@code perPurchase} each. */
        double purchases(Counts before, double factsPerPurchase) {
            return Math.min(
                    assessed - before.assessed,
                    Math.min(timeline - before.timeline, engagement - before.engagement) / factsPerPurchase);
        }

        /** Everything that was said has been applied by everybody. */
        boolean quiet() {
            return assessed == recorded && timeline == said && engagement == said;
        }
    }

    Counts now() {
        return new Counts(
                one("crm", SAID),
                one("loyalty", READ, "assessing", "touchpoints"),
                one("crm", READ, "timeline", "memberships"),
                one("engagement", READ, "conversation", "memberships"),
                one("loyalty", SAID));
    }

    private long one(String database, String sql, String... arguments) {
        try (var statement = databases.get(database).prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) statement.setString(i + 1, arguments[i]);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Bytes of the records on all topics, as compressed by who sent them. */
    long bytesOnTopics() {
        try (Stream<Path> files = Files.walk(logs)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".log") && !file.contains(Limits.TOPIC))
                    .mapToLong(file -> new File(file).length())
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bytes of the three services' databases, indexes included. */
    long bytesInDatabases() {
        return databases.keySet().stream()
                .mapToLong(name -> one(name, "select pg_database_size(current_database())"))
                .sum();
    }

    @Override
    public void close() {
        for (Connection connection : databases.values()) {
            try {
                connection.close();
            } catch (SQLException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }
}
