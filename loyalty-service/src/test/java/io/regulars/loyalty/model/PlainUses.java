package io.regulars.loyalty.model;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What was given so far: to one member rule by rule, and to all of them out of budgets. */
final class PlainUses {

    /**
     * A rule applied on a receipt, or something went into a wallet.
     *
     * @param purchase that it applied to, or null
     * @param known the periods in which it is counted: those of the limits it had when it applied
     */
    record Use(String what, UUID purchase, Set<Cadence> known, Instant at, LocalDate day, long points) {

        private Use and(Use more) {
            return new Use(what, purchase, known, at, day, points + more.points);
        }
    }

    private final List<Use> uses;
    private final Map<String, Long> budgets;

    private PlainUses(List<Use> uses, Map<String, Long> budgets) {
        this.uses = uses;
        this.budgets = budgets;
    }

    /** @param budgets shared by all members */
    PlainUses(Map<String, Long> budgets) {
        this(new ArrayList<>(), budgets);
    }

    /** As if these had never been; budgets are those of today. */
    PlainUses without(Set<UUID> purchases) {
        List<Use> others = new ArrayList<>(uses);
        others.removeIf(use -> use.purchase() != null && purchases.contains(use.purchase()));
        return new PlainUses(others, budgets);
    }

    /** The same, but for budgets. */
    PlainUses drawing(Map<String, Long> others) {
        return new PlainUses(uses, others);
    }

    /** A rule applies to a purchase once, however often that becomes worth more. */
    void used(Use use) {
        if (use.points() <= 0) return;
        for (int i = 0; i < uses.size(); i++) {
            Use same = uses.get(i);
            if (use.purchase() == null
                    || !use.purchase().equals(same.purchase())
                    || !use.what().equals(same.what())) continue;
            uses.set(i, same.and(use));
            return;
        }
        uses.add(use);
    }

    /** What these others say of a purchase. */
    void takeOver(UUID purchase, PlainUses others) {
        others.uses.stream().filter(use -> purchase.equals(use.purchase())).forEach(this::used);
    }

    long times(String what, Cadence per, LocalDate day, ProgrammeVersion version) {
        return within(what, per, day, version).size();
    }

    long points(String what, Cadence per, LocalDate day, ProgrammeVersion version) {
        return within(what, per, day, version).stream().mapToLong(Use::points).sum();
    }

    Instant last(String what, LocalDate day, ProgrammeVersion version) {
        return within(what, Cadence.EVER, day, version).stream()
                .map(Use::at)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private List<Use> within(String what, Cadence per, LocalDate day, ProgrammeVersion version) {
        var weekStart = version.document().weekStart();
        return uses.stream()
                .filter(use -> use.what().equals(what) && use.known().contains(per))
                .filter(use -> per.startOf(use.day(), weekStart).equals(per.startOf(day, weekStart)))
                .toList();
    }

    long leftOf(String budget, ProgrammeVersion version) {
        return version.budgets().get(budget) - budgets.getOrDefault(budget, 0L);
    }

    void draw(String budget, long points) {
        budgets.merge(budget, points, Long::sum);
    }

    Map<String, Long> budgets() {
        return new TreeMap<>(budgets);
    }
}
