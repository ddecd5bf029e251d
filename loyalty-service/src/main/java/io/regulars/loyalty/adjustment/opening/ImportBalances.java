package io.regulars.loyalty.adjustment.opening;

import io.regulars.loyalty.adjustment.Adjustment;
import io.regulars.loyalty.adjustment.Adjustment.Decision;
import io.regulars.loyalty.adjustment.Adjustments;
import io.regulars.loyalty.adjustment.OpenMember;
import io.regulars.loyalty.adjustment.OpenMembers;
import io.regulars.loyalty.adjustment.opening.BalanceFile.Row;
import io.regulars.loyalty.adjustment.opening.ImportReport.RowReport;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Points that members had elsewhere. A row is posted whole or not at all, and once by its reference. */
@ApplicationScoped
public class ImportBalances {

    private static final int AT_ONCE = 250;

    private final Database database;
    private final Programmes programmes;
    private final OpenMembers openMembers;
    private final Adjustments adjustments;
    private final Clock clock;

    ImportBalances(
            Database database, Programmes programmes, OpenMembers openMembers, Adjustments adjustments, Clock clock) {
        this.database = database;
        this.programmes = programmes;
        this.openMembers = openMembers;
        this.adjustments = adjustments;
        this.clock = clock;
    }

    /** @param dryRun reads and judges everything in the same way, and writes nothing */
    record Run(String programme, boolean dryRun, String askedBy, String traceparent) {}

    ImportReport run(List<Row> rows, Run run) {
        List<RowReport> data = new ArrayList<>();
        Map<String, Adjustment> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i += AT_ONCE) {
            List<Row> some = rows.subList(i, Math.min(rows.size(), i + AT_ONCE));
            JudgedRows judged = database.untilDone(tx -> take(tx, some, run, seen));
            seen.putAll(judged.taken());
            data.addAll(judged.reports());
        }
        return ImportReport.of(run.programme(), run.dryRun(), data);
    }

    private JudgedRows take(Tx tx, List<Row> rows, Run run, Map<String, Adjustment> seen) {
        Instant now = clock.now();
        Rulebook rules = programmes.judging(tx);
        JudgedRows judged = new JudgedRows(run, rules.at(run.programme(), now), now);
        judged.read(rows);
        Map<UUID, OpenMember> open = openMembers.among(tx, judged.customers(), run.programme(), rules, now);
        Map<String, Adjustment> known = new HashMap<>(adjustments.referred(tx, run.programme(), judged.references()));
        known.putAll(seen);
        judged.judge(known, open);
        if (!run.dryRun() && !judged.taken().isEmpty()) store(tx, judged, open, run, now);
        return judged;
    }

    private void store(Tx tx, JudgedRows judged, Map<UUID, OpenMember> open, Run run, Instant now) {
        List<UUID> ids =
                judged.taken().values().stream().map(Adjustment::adjustmentId).toList();
        adjustments.ask(tx, judged.taken().values());
        adjustments.decide(tx, ids, new Decision(true, null, run.askedBy(), now));
        openMembers.close(tx, open.values(), now);
    }
}
