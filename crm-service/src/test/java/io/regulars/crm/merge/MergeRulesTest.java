package io.regulars.crm.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeRulesTest {

    private static final int CUSTOMERS = 9;
    private static final List<UUID> TOWN =
            IntStream.range(0, CUSTOMERS).mapToObj(MergeRulesTest::id).toList();

    @Test
    void a_survivor_who_is_merged_takes_her_other_names_along_and_leaves_them_when_restored() {
        Merge first = merge(0, 1);
        Merge second = merge(2, 0);
        assertEquals(Map.of(id(0), id(2), id(1), id(2), id(2), id(2)), roots(3, first, second));
        assertEquals(Map.of(id(0), id(2), id(1), id(1), id(2), id(2)), roots(3, second));
        assertEquals(Map.of(id(0), id(0), id(1), id(0), id(2), id(2)), roots(3, first));
    }

    @Test
    void merges_that_go_round_are_told_and_not_followed() {
        assertThrows(IllegalStateException.class, () -> roots(2, merge(0, 1), merge(1, 0)));
    }

    /** The naive one keeps, for each customer, the set of who she is one with, and finds it anew after each undoing. */
    @Test
    void any_stream_of_merges_and_undoings_ends_as_a_naive_model_says() {
        Set<Integer> depths = new HashSet<>();
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Merge> active = new ArrayList<>();
            Map<UUID, UUID> stored = new HashMap<>();
            TOWN.forEach(each -> stored.put(each, each));
            for (int step = 0; step < 40; step++) {
                if (random.nextInt(3) == 0 && !active.isEmpty()) active.remove(random.nextInt(active.size()));
                else mergeTwoRoots(random, active, stored);
                stored.putAll(MergeRules.roots(TOWN, active));

                for (UUID each : TOWN) {
                    assertEquals(walkUp(each, active), stored.get(each), "seed " + seed);
                    UUID root = stored.get(each);
                    assertEquals(root, stored.get(root), "no alias of an alias");
                    assertEquals(flood(each, active), withRoot(root, stored), "seed " + seed);
                }
                depths.add(active.size());
            }
        }
        assertTrue(depths.contains(CUSTOMERS - 1), "one tree of all was never met");
    }

    private static void mergeTwoRoots(Random random, List<Merge> active, Map<UUID, UUID> stored) {
        UUID survivor = stored.get(TOWN.get(random.nextInt(CUSTOMERS)));
        UUID merged = stored.get(TOWN.get(random.nextInt(CUSTOMERS)));
        if (!survivor.equals(merged)) active.add(merge(survivor, merged));
    }

    private static UUID walkUp(UUID customer, List<Merge> active) {
        for (Merge each : active) if (each.mergedId().equals(customer)) return walkUp(each.survivorId(), active);
        return customer;
    }

    /** Everybody who is reached over merges in either direction. */
    private static Set<UUID> flood(UUID customer, List<Merge> active) {
        Set<UUID> met = new HashSet<>(Set.of(customer));
        for (int round = 0; round < CUSTOMERS; round++) {
            for (Merge each : active) {
                if (met.contains(each.mergedId())) met.add(each.survivorId());
                if (met.contains(each.survivorId())) met.add(each.mergedId());
            }
        }
        return met;
    }

    private static Set<UUID> withRoot(UUID root, Map<UUID, UUID> stored) {
        Set<UUID> all = new HashSet<>();
        stored.forEach((each, itsRoot) -> {
            if (itsRoot.equals(root)) all.add(each);
        });
        return all;
    }

    private static Map<UUID, UUID> roots(int customers, Merge... active) {
        return MergeRules.roots(TOWN.subList(0, customers), List.of(active));
    }

    private static Merge merge(int survivor, int merged) {
        return merge(id(survivor), id(merged));
    }

    private static Merge merge(UUID survivor, UUID merged) {
        return new Merge(UUID.randomUUID(), survivor, merged, Instant.EPOCH, "staff:kim", "one person", null);
    }

    private static UUID id(int number) {
        return new UUID(0, number + 1);
    }
}
