package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Kinship;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.postgresql.util.PGobject;

/** Puts who was merged with whom into crm's database, and touchpoints with the side that was named. */
final class LoadMerges {
    private static final String TOUCHPOINT = "touchpointId";

    private final History history;
    private final Stored.Table table;

    LoadMerges(History history, Stored.Table table) {
        this.history = history;
        this.table = table;
    }

    /** What a line of the timeline shows of a touchpoint. */
    static PGobject detail(Said said) throws SQLException {
        PGobject detail = new PGobject();
        detail.setType("json");
        if (said.body().has(TOUCHPOINT)) detail.setValue("{\"touchpointId\":\"" + said.id(TOUCHPOINT) + "\"}");
        return detail;
    }

    void all() throws SQLException {
        Set<Integer> customers = new LinkedHashSet<>();
        for (Kinship.Owner each : history.kin.owners) customers.add(each.customer());
        for (int each : customers) table.insert("customer (customer_id, since)", table.id(each), Stored.Table.at(0));
        for (Kinship.Alias each : history.kin.aliases) {
            table.run(
                    "update customer set merged_into = ? where customer_id = ?",
                    table.id(each.root()),
                    table.id(each.customer()));
        }
        LocalDate day = LocalDate.EPOCH;
        for (Kinship.Owner each : history.kin.owners) {
            table.insert(
                    "identifier (type, value, ref, customer_id, source, first_seen, last_seen)",
                    "email",
                    "k" + each.ref(),
                    table.id(each.ref()),
                    table.id(each.customer()),
                    "x",
                    day,
                    day);
        }
        for (Kinship.Merge each : history.kin.merges) merge(each);
        touchpoints();
    }

    private void merge(Kinship.Merge each) throws SQLException {
        table.insert(
                "customer_merge (merge_id, survivor_id, merged_id, merged_at, merged_by, reason, unmerged_at, unmerged_by,"
                        + " unmerge_reason)",
                table.id(each.id()),
                table.id(each.survivor()),
                table.id(each.merged()),
                Stored.Table.at(0),
                "kim",
                "one person",
                each.active() ? null : Stored.Table.at(0),
                each.active() ? null : "kim",
                each.active() ? null : "two persons");
    }

    private void touchpoints() throws SQLException {
        Map<Integer, Integer> sides = new HashMap<>();
        for (Kinship.Line each : history.kin.lines) sides.put(each.event(), each.side());
        Map<Integer, Integer> events = new HashMap<>();
        for (Said each : history.said) {
            if (each.body().has(TOUCHPOINT)) events.put(history.id(each.id(TOUCHPOINT)), history.id(each.eventId()));
        }
        for (Crm.Touchpoint each : history.touchpoints) {
            Integer side = sides.get(events.get(each.id()));
            table.insert(
                    "touchpoint (touchpoint_id, customer_id, type, occurred_at, recorded_at, side)",
                    table.id(each.id()),
                    table.id(each.customer()),
                    "visit",
                    Stored.Table.at(0),
                    Stored.Table.at(0),
                    side == null || side == each.customer() ? null : table.id(side));
        }
    }
}
