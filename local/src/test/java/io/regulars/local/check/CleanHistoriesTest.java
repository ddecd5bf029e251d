package io.regulars.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.history.Histories;
import java.util.ArrayList;
import java.util.List;
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
}
