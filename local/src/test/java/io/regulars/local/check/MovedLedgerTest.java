package io.regulars.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.history.Stored;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.local.process.ProjectRoot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedLedgerTest {
    private static final Path AFTER =
            ProjectRoot.find().resolve("loyalty-service/src/main/resources/db/migration/afterMigrate.sql");
    private static final String MOVE = """
            insert into transfer (customer_id, programme, wallet, number, debit, credit, amount, balance, reason, caused_by,
                                  at%s)
            values (gen_random_uuid(), 'club', 'points', 1, 'issued', 'active', 1, 1, 'earned', gen_random_uuid(), now()%s)
            returning written_in
            """;

    @Test
    void a_ledger_in_a_cluster_that_has_counted_fewer_transactions_goes_on_behind_its_last_position() throws Exception {
        Stored stored = new Stored(SharedInfrastructure.postgres());
        stored.migrate("loyalty");
        try (Connection loyalty = stored.connection("loyalty");
                Statement statement = loyalty.createStatement()) {
            long usual = number(statement, MOVE.formatted("", ""));
            statement.execute("alter table transfer disable trigger transfer_is_not_later_than_now");
            number(statement, MOVE.formatted(", written_in", ", 1000000000000"));

            stored.run("loyalty", List.of(AFTER));
            long behind = number(statement, MOVE.formatted("", ""));
            assertTrue(behind > 1_000_000_000_000L && behind < 1_000_000_000_000L + 1_000, behind + " after " + usual);

            String settled = "select ledger_position(pg_snapshot_xmin(pg_current_snapshot()))";
            long before = number(statement, settled);
            stored.run("loyalty", List.of(AFTER));
            assertTrue(before > behind);
            assertEquals(0, number(statement, settled) - before, 100, "once is enough");
        }
    }

    private static long number(Statement statement, String question) throws Exception {
        try (ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
