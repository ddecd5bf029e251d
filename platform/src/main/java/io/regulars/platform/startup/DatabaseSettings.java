package io.regulars.platform.startup;

import io.quarkus.runtime.StartupEvent;
import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start on a database that may forget what it acknowledged. */
@ApplicationScoped
public class DatabaseSettings {

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "remote_write", "remote_apply"));
    private static final String ASK = "select name, setting from pg_settings where name = any($1)";

    private final Database database;
    private final boolean needed;

    /** @param needed false where the service has work to do without its database and looks at it later */
    DatabaseSettings(Database database, @ConfigProperty(name = "regulars.database-needed-at-start") boolean needed) {
        this.database = database;
        this.needed = needed;
    }

    void atStart(@Observes @Priority(1) StartupEvent started) {
        if (needed) verify();
    }

    public void verify() {
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
