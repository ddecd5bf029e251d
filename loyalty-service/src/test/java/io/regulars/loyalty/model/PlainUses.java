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

/** What was given so far: to one member rule by rule, and to all of them out of budgets. */
final class PlainUses {

    /**
     * A rule applied on a receipt, or something went into a wallet.
     *
     * @param known the periods in which it is counted: those of the limits it had when it applied
     */
    record Use(String what, Set<Cadence> known, Instant at, LocalDate day, long points) {}

    private final List<Use> uses = new ArrayList<>();
    private final Map<String, Long> budgets;

    /** @param budgets shared by all members */
    PlainUses(Map<String, Long> budgets) {
        this.budgets = budgets;
    }

    void used(String what, Set<Cadence> known, Instant at, LocalDate day, long points) {
        if (points > 0) uses.add(new Use(what, known, at, day, points));
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
