package io.regulars.platform.startup;

import io.quarkus.runtime.StartupEvent;
import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;

/** Refuses to start on a database that may forget what it acknowledged. */
@ApplicationScoped
public class DatabaseSettings {

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "remote_write", "remote_apply"));
    private static final String ASK = "select name, setting from pg_settings where name = any($1)";

    private final Database database;

    DatabaseSettings(Database database) {
        this.database = database;
    }

    void verify(@Observes @Priority(1) StartupEvent started) {
        String[] names = REQUIRED.keySet().toArray(String[]::new);
        database.read(sql -> {
            for (Row row : sql.rows(ASK, (Object) names)) check(row.getString("name"), row.getString("setting"));
            return null;
        });
    }

    static void check(String name, String setting) {
        if (!REQUIRED.get(name).contains(setting)) {
            throw new UnsafeDatabase("PostgreSQL runs with " + name + " = " + setting
                    + ": it could forget what it acknowledged. Set it to one of " + REQUIRED.get(name) + ".");
        }
    }

    /** The database could lose a committed purchase. */
    public static final class UnsafeDatabase extends RuntimeException {
        UnsafeDatabase(String why) {
            super(why);
        }
    }
}
