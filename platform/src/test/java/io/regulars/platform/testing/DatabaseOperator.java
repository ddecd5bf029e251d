package io.regulars.platform.testing;

import io.regulars.local.infrastructure.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What an administrator can do to a service's database behind its back. */
public final class DatabaseOperator {

    private DatabaseOperator() {}

    public static Connection connect() {
        try {
            return DriverManager.getConnection(Servers.crmDatabase(), PostgresServer.ADMIN, PostgresServer.PASSWORD);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public static void run(String... commands) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) statement.execute(command);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The journal as on the first day, and no relay has ever worked here. */
    public static void forgetJournal() {
        run("set session_replication_role = replica", "truncate journal, relay_position, relay_lease, relay_instance");
        believeJournal();
    }

    /** As if a relay had compared the journal with its topic. */
    public static void believeJournal() {
        run("select believe_journal()");
    }

    public static void doubtJournal() {
        run("delete from journal_verified");
    }

    public static void backUpJournal() {
        run("drop table if exists journal_backup", "create table journal_backup as table journal");
    }

    /** Puts back what was taken away since. */
    public static void completeJournal() {
        run("insert into journal select * from journal_backup on conflict do nothing");
    }

    /** Takes the last facts of a shard away, as a restored backup would. */
    public static void forgetAfter(int shard, long seq) {
        run(
                "set session_replication_role = replica",
                "delete from journal where shard = " + shard + " and seq > " + seq);
    }

    public static void endLeases() {
        run("update relay_lease set expires_at = clock_timestamp() - interval '1 second'");
    }

    /** Whether a statement like this waits for a lock right now. */
    public static boolean isSomebodyWaiting(String statement) {
        String sql = "select from pg_stat_activity where wait_event_type = 'Lock' and query like '" + statement + "'";
        try (Connection connection = connect();
                Statement asked = connection.createStatement();
                ResultSet rows = asked.executeQuery(sql)) {
            return rows.next();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public static void kill(int backend) {
        run("select pg_terminate_backend(" + backend + ", 5000)");
    }

    public static void killEveryBackend() {
        run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'crm'");
    }
}
