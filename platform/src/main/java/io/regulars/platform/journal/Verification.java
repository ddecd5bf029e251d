package io.regulars.platform.journal;

import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/** Whether this very journal was compared with its topic. A database that was put back has to be compared again. */
@ApplicationScoped
public class Verification {

    private static final String HOLDS = "select journal_is_verified()";
    private static final String MARK = "select pg_postmaster_start_time(), pg_relation_filenode('journal')::bigint";
    private static final String NOTE = """
            insert into journal_verified (server_started, journal_file) values ($1, $2)
            on conflict (only_one) do update
                set server_started = excluded.server_started, journal_file = excluded.journal_file
            """;
    private static final String WITHDRAW = "delete from journal_verified";

    private final Database database;

    Verification(Database database) {
        this.database = database;
    }

    /** What changes when a database is put back: the run of PostgreSQL, or the file of the journal. */
    public record Mark(OffsetDateTime serverStarted, long journalFile) {}

    public boolean holds() {
        return database.read(sql -> sql.rows(HOLDS).iterator().next().getBoolean(0));
    }

    /** To be taken before the journal is compared: what is put back meanwhile does not profit from it. */
    public Mark mark() {
        Row row = database.read(sql -> sql.rows(MARK)).iterator().next();
        return new Mark(row.getOffsetDateTime(0), row.getLong(1));
    }

    /** The journal of this mark was compared and is not behind its topic. */
    public void note(Mark compared) {
        database.inTransaction(tx -> tx.count(NOTE, compared.serverStarted(), compared.journalFile()));
    }

    /** It is behind its topic: nobody may decide on it, in this process or another. */
    public void withdraw() {
        database.inTransaction(tx -> tx.count(WITHDRAW));
    }
}
