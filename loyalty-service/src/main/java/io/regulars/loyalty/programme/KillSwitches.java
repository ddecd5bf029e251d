package io.regulars.loyalty.programme;

import io.regulars.loyalty.earning.evaluation.Switches;
import io.regulars.loyalty.programme.Rulebook.Stopped;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operations stopped and let go on, by hand: every act is kept, the latest one of a thing decides. */
@ApplicationScoped
public class KillSwitches {

    public static final String PROGRAMME = "programme";
    public static final String SPENDING = "spending";
    public static final String RULE = "rule:";

    private static final String STOPPED = """
            select programme, what from (
                select distinct on (programme, what) programme, what, stopped from programme_switch
                order by programme, what, number desc) latest
            where stopped
            """;
    private static final String LATEST = """
            select * from (
                select distinct on (what) number, what, stopped, reason, asked_by, at from programme_switch
                where programme = $1 order by what, number desc) latest
            order by number desc
            """;
    private static final String HISTORY = """
            select what, stopped, reason, asked_by, at from programme_switch
            where programme = $1 order by number desc limit 100
            """;
    private static final String TURN = """
            insert into programme_switch (programme, what, stopped, reason, asked_by, at)
            values ($1, $2, $3, $4, $5, $6)
            """;

    /** @param what programme, spending, or rule: and its id */
    public record Turned(String what, boolean stopped, String reason, String askedBy, Instant at) {}

    /** What of which programme is stopped; of a programme that is not named nothing is. */
    Map<String, Stopped> stopped(Tx tx) {
        Map<String, Set<String>> things = new HashMap<>();
        for (Row row : tx.rows(STOPPED)) {
            things.computeIfAbsent(row.getString("programme"), first -> new HashSet<>())
                    .add(row.getString("what"));
        }
        Map<String, Stopped> stopped = new HashMap<>();
        things.forEach((programme, what) -> stopped.put(programme, stopped(what)));
        return stopped;
    }

    private static Stopped stopped(Set<String> things) {
        Set<String> rules = new HashSet<>();
        for (String what : things) if (what.startsWith(RULE)) rules.add(what.substring(RULE.length()));
        return new Stopped(new Switches(things.contains(PROGRAMME), rules), things.contains(SPENDING));
    }

    /** The latest of each thing that was ever turned. */
    public List<Turned> latest(Tx tx, String programme) {
        return turned(tx, LATEST, programme);
    }

    /** The newest hundred acts. */
    public List<Turned> history(Tx tx, String programme) {
        return turned(tx, HISTORY, programme);
    }

    public void turn(Tx tx, String programme, Turned act) {
        tx.send(TURN, programme, act.what(), act.stopped(), act.reason(), act.askedBy(), Column.at(act.at()));
    }

    private static List<Turned> turned(Tx tx, String sql, String programme) {
        List<Turned> acts = new ArrayList<>();
        for (Row row : tx.rows(sql, programme)) {
            acts.add(new Turned(
                    row.getString("what"),
                    row.getBoolean("stopped"),
                    row.getString("reason"),
                    row.getString("asked_by"),
                    row.getOffsetDateTime("at").toInstant()));
        }
        return acts;
    }
}
