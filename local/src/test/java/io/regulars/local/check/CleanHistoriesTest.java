package io.regulars.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.history.Histories;
import io.regulars.local.check.model.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleanHistoriesTest {
    private static final int HISTORIES = 100;

    @Test
    void nothing_is_found_where_nothing_is_wrong() {
        List<String> alarms = new ArrayList<>();
        for (int seed = 1; seed <= HISTORIES; seed++) {
            for (Finding finding : Check.count(Histories.of(seed, 40).evidence())) {
                if (finding.count() > 0) alarms.add("history " + seed + ": " + finding);
            }
        }
        assertEquals(List.of(), alarms, alarms.size() + " false alarms on " + HISTORIES + " clean histories");
    }

    @Test
    void points_took_every_way_that_there_is_so_far_and_some_receipts_were_not_modelled() {
        Set<Way> taken = EnumSet.noneOf(Way.class);
        int notModelled = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            Evidence evidence = Histories.of(seed, 40).evidence();
            evidence.loyalty.transfers.forEach(each -> taken.add(Way.of(each).orElseThrow()));
            notModelled += Check.notes(evidence).stream().anyMatch(note -> note.contains("not modelled")) ? 1 : 0;
        }
        assertEquals(EnumSet.range(Way.EARNED, Way.ONCE_OWED), taken);
        assertTrue(notModelled > 10 && notModelled < HISTORIES, notModelled + " histories");
    }
}
