package io.regulars.loyalty.proof;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.proof.LedgerRights.TooManyRights;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is written for good cannot be taken back by the role the service works as. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class LedgerRightsTest {

    /** Whoever adds a table says here that its rows may change, or gives it a trigger that says they may not. */
    private static final Set<String> MAY_CHANGE = Set.of(
            "budget",
            "counted_day",
            "customer",
            "customer_alias",
            "customer_merge",
            "idempotency",
            "journal_incarnation",
            "journal_verified",
            "ledger_closing",
            "limit_use",
            "lot",
            "membership",
            "membership_join",
            "night",
            "parked",
            "person",
            "product",
            "programme_revision",
            "programme_version",
            "purchase",
            "refund",
            "relay_instance",
            "relay_lease",
            "relay_position",
            "restored_identifier",
            "tier_history",
            "view_position",
            "wallet");

    private static final String KEPT_FOR_GOOD = """
        select c.relname, (select attname from pg_attribute a
                           where a.attrelid = c.oid and a.attnum > 0 and a.attidentity = ''
                           order by a.attnum limit 1) as first_column
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
          and c.relname <> all($1::text[])
        order by 1
        """;
    private static final String OWN_TABLES =
            "select count(*) from pg_class c where pg_has_role(current_user, c.relowner, 'MEMBER')";

    @Inject
    Database database;

    @Inject
    LedgerRights rights;

    private record Kept(String table, String column) {}

    @Test
    void rows_that_are_written_for_good_cannot_be_changed_or_removed_by_the_service() {
        Set<String> tables = new TreeSet<>();
        for (Kept each : keptForGood()) {
            tables.add(each.table());
            assertDenied("update %1$s set %2$s = %2$s".formatted(each.table(), each.column()));
            assertDenied("delete from " + each.table());
            assertDenied("truncate " + each.table() + " cascade");
            assertDenied("alter table " + each.table() + " disable trigger user");
            assertDenied("drop table " + each.table());
        }
        assertTrue(
                tables.containsAll(Set.of("transfer", "assessment", "adjustment", "journal", "opt_in", "ledger_hour")),
                tables::toString);
    }

    @Test
    void rows_that_are_written_for_good_cannot_be_changed_or_removed_by_their_owner_by_mistake() {
        for (Kept each : keptForGood()) {
            for (String crime : List.of(
                    "update %1$s set %2$s = %2$s".formatted(each.table(), each.column()),
                    "delete from " + each.table(),
                    "truncate " + each.table() + " cascade")) {
                String why = assertThrows(SQLException.class, () -> TablesOwner.run(crime), crime)
                        .getMessage();
                assertTrue(why.contains("never changed") || why.contains("append-only"), why);
            }
        }
    }

    @Test
    void the_service_owns_nothing_and_cannot_become_somebody_who_does() {
        long own = database.read(sql -> sql.rows(OWN_TABLES).iterator().next().getLong(0));
        assertEquals(0, own);
        assertDenied("set role loyalty");
        assertDenied("set session_replication_role = replica");
        assertDenied("create table of_my_own (one int)");
        assertDenied("create or replace function transfer_is_append_only() returns trigger language plpgsql as "
                + "$$ begin return null; end $$");
    }

    @Test
    void it_does_not_start_as_somebody_who_could() throws SQLException {
        assertDoesNotThrow(rights::verify);
        TablesOwner.run("grant update (amount) on transfer to loyalty_app");
        try {
            TooManyRights refused = assertThrows(TooManyRights.class, rights::verify);
            assertTrue(refused.getMessage().contains("rows of transfer:"), refused::getMessage);
        } finally {
            TablesOwner.run("revoke update (amount) on transfer from loyalty_app");
        }
        TablesOwner.runAs("postgres", "grant loyalty to loyalty_app");
        try {
            assertThrows(TooManyRights.class, rights::verify);
        } finally {
            TablesOwner.runAs("postgres", "revoke loyalty from loyalty_app");
        }
    }

    private List<Kept> keptForGood() {
        List<Kept> kept = new ArrayList<>();
        String[] others = MAY_CHANGE.toArray(String[]::new);
        for (Row row : database.read(sql -> sql.rows(KEPT_FOR_GOOD, (Object) others))) {
            kept.add(new Kept(row.getString("relname"), row.getString("first_column")));
        }
        return kept;
    }

    private void assertDenied(String crime) {
        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> database.inTransaction(tx -> tx.count(crime)), crime);
        Throwable cause = refused;
        while (!(cause instanceof PgException) && cause.getCause() != null) cause = cause.getCause();
        assertEquals("42501", ((PgException) cause).getSqlState(), crime);
    }
}
