package io.regulars.loyalty.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where a member was on which day, and which purchases say so. */
final class PlainVisits {

    private record Visit(LocalDate day, String store) {}

    private final Map<Visit, Set<UUID>> visits = new HashMap<>();
    private final List<Set<UUID>> before = new ArrayList<>();

    /** As if these had never been. */
    PlainVisits without(Set<UUID> purchases) {
        PlainVisits others = new PlainVisits();
        before.forEach(former -> others.before.add(less(former, purchases)));
        visits.forEach((visit, known) -> others.visits.put(visit, less(known, purchases)));
        others.before.removeIf(Set::isEmpty);
        others.visits.values().removeIf(Set::isEmpty);
        return others;
    }

    private static Set<UUID> less(Set<UUID> known, Set<UUID> purchases) {
        Set<UUID> left = new HashSet<>(known);
        left.removeAll(purchases);
        return left;
    }

    /** On these days. */
    long within(LocalDate first, LocalDate last) {
        return visits.keySet().stream()
                .filter(visit -> !visit.day().isBefore(first) && !visit.day().isAfter(last))
                .count();
    }

    /** All of them, whenever they were. */
    long all() {
        return before.size() + visits.size();
    }

    boolean visited(LocalDate day, String store) {
        return visits.containsKey(new Visit(day, store));
    }

    /** Says whether nothing else told of it. */
    boolean add(LocalDate day, String store, UUID purchase) {
        Set<UUID> known = visits.computeIfAbsent(new Visit(day, store), first -> new HashSet<>());
        known.add(purchase);
        return known.size() == 1;
    }

    /** Says whether it is none any more, as nothing else tells of it. */
    boolean remove(LocalDate day, String store, UUID purchase) {
        before.forEach(former -> former.remove(purchase));
        before.removeIf(Set::isEmpty);
        Set<UUID> known = visits.getOrDefault(new Visit(day, store), new HashSet<>());
        known.remove(purchase);
        return known.isEmpty() && visits.remove(new Visit(day, store)) != null;
    }

    /** Whoever begins anew has been here before, but on no day that anybody remembers. */
    void forgetDays() {
        before.addAll(visits.values());
        visits.clear();
    }
}
