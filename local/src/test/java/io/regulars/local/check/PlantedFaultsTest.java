package io.regulars.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.history.Fault;
import io.regulars.local.check.history.Histories;
import io.regulars.local.check.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlantedFaultsTest {
    private static final int PLACES = 100;
    private static final int DEEDS = 4;
    private static final int NEXT_ONES = 299;

    @Test
    void every_planted_fault_is_found_by_the_count_that_is_there_for_it() {
        List<String> missed = IntStream.rangeClosed(1, PLACES)
                .parallel()
                .boxed()
                .flatMap(PlantedFaultsTest::missedAt)
                .toList();

        int kinds = Fault.values().length;
        assertEquals(
                List.of(),
                missed,
                "%d of %d planted faults were found (%d kinds at %d places each)"
                        .formatted(kinds * PLACES - missed.size(), kinds * PLACES, kinds, PLACES));
    }

    private static Stream<String> missedAt(int place) {
        List<History> clean = new ArrayList<>();
        return Stream.of(Fault.values())
                .filter(fault -> !fault.isFoundIn(planted(fault, clean, place).evidence()))
                .map(fault -> fault + " at place " + place);
    }

    /**
     * In this history, or in the next one that has a place for it.
     *
     * @param clean those that were looked at before for other faults
     */
    private static History planted(Fault fault, List<History> clean, int place) {
        for (int i = 0; i <= NEXT_ONES; i++) {
            if (i == clean.size()) clean.add(Histories.of(place + i * PLACES, DEEDS));
            History faulty = clean.get(i).copy();
            if (fault.plant(faulty, new Random(place))) return faulty;
        }
        throw new AssertionError("no history has a place for " + fault);
    }
}
