package io.regulars.local.check.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.local.process.NotStarted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final int ROWS = 20_000;

    private final PostgresServer server = SharedInfrastructure.postgres();

    @Test
    void pages_follow_each_other_without_a_gap_and_nothing_can_be_written() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("gateway"), "gateway", PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists paged");
            statement.execute("create table paged (a int, b bigint, c text, primary key (a, b))");
            statement.execute(
                    "insert into paged select n / 7, n, 'x' || n from generate_series(0, %d) n".formatted(ROWS - 1));
        }
        try (Pages pages = new Pages(server.host(), server.port(), "gateway", PostgresServer.PASSWORD)) {
            List<String> read = new ArrayList<>();
            pages.read("a, b, c", "paged", new Object[] {-1, 0L}, row -> {
                row.small();
                row.number();
                read.add(row.text());
            });

            assertEquals(IntStream.range(0, ROWS).mapToObj(n -> "x" + n).toList(), read);
            assertFalse(pages.has("nothing_like_it"));
            assertThrows(NotStarted.class, () -> pages.all("delete from paged returning a", row -> {}));
        }
    }
}
