package io.regulars.platform.view;

import io.regulars.events.CustomerRef;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Touchpoint;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.Narrator;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the view "noting" has applied, and what it has parked. */
@Singleton
public class Noted {

    private final Database database;

    Noted(Database database) {
        this.database = database;
    }

    public static TierChanged tier(UUID customer, String from) {
        return new TierChanged(customer, "regulars", from, "gold", 0, null, Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Somebody came into a shop: a record without a seq. */
    static TouchpointPosted visit() {
        Instant noon = Narrator.NOON;
        CustomerRef nobody = null;
        return new TouchpointPosted(
                UUID.randomUUID(),
                new Touchpoint("store.visit", "v1", "app", "store", "s1", nobody, noon, Map.of()),
                noon);
    }

    /** The seqs of a subject in the order in which they were applied. */
    public List<Long> of(UUID subject) {
        return database.read(sql -> {
            List<Long> seqs = new ArrayList<>();
            for (Row row : sql.rows("select seq from noted where subject = $1 order by ordinal", subject)) {
                seqs.add(row.getLong(0));
            }
            return seqs;
        });
    }

    /** The errors of what is parked of a subject, in order. */
    public List<String> parked(String view, String subject) {
        String sql = "select error from parked where view = $1 and subject = $2 order by arrival";
        return database.read(tx -> {
            List<String> errors = new ArrayList<>();
            for (Row row : tx.rows(sql, view, subject)) errors.add(row.getString(0));
            return errors;
        });
    }
}
