package io.regulars.loyalty.proof;

import io.quarkus.runtime.StartupEvent;
import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start as somebody who could change or remove what is written for good. */
@ApplicationScoped
public class LedgerRights {

    // Written for good is what has a trigger before update, delete and truncate for each statement (58). Whoever owns
    // a table can switch its triggers off and grant themselves everything.
    private static final String COULD_BE_REWRITTEN = """
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype = 58)
          and (pg_has_role(current_user, c.relowner, 'MEMBER') or has_any_column_privilege(c.oid, 'UPDATE')
               or has_table_privilege(c.oid, 'DELETE, TRUNCATE, TRIGGER'))
        order by c.relname
        """;

    private final Database database;

    LedgerRights(Database database) {
        this.database = database;
    }

    void atStart(@Observes @Priority(1) StartupEvent started) {
        verify();
    }

    void verify() {
        List<String> tables = new ArrayList<>();
        for (Row row : database.read(sql -> sql.rows(COULD_BE_REWRITTEN))) tables.add(row.getString(0));
        if (!tables.isEmpty()) {
            throw new TooManyRights("The role this service works as (REGULARS_DB_USER) could change or remove rows of "
                    + String.join(", ", tables) + ": it must be another than their owner (REGULARS_DB_OWNER).");
        }
    }

    /** Nothing would keep what is written from being changed. */
    static final class TooManyRights extends RuntimeException {
        TooManyRights(String why) {
            super(why);
        }
    }
}
