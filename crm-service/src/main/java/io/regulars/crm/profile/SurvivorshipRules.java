package io.regulars.crm.profile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is true of a customer who was several: of each attribute the word of the most trusted source, then the newest. What
 * was taken back is a word too. Nothing is written by it, so nothing has to be taken apart when a merge is undone.
 */
public final class SurvivorshipRules {

    private static final int MOST_TAKEN_BACK = 64;

    private SurvivorshipRules() {}

    /** Where a value that shows comes from. */
    public record Origin(UUID side, Source by, Instant at) {}

    /** @param origins by name, also of what was taken back last */
    public record Shown(Profile profile, SortedMap<String, Origin> origins) {}

    /** @param sides what was said of each; one that nothing was said of may be left out */
    public static Shown of(Collection<Kept> sides) {
        SortedMap<String, String> values = new TreeMap<>();
        SortedMap<String, Origin> origins = new TreeMap<>();
        for (String name : names(sides)) {
            Kept best = best(sides, name).orElseThrow();
            Statement said = said(best, name);
            if (best.values().containsKey(name)) values.put(name, best.values().get(name));
            origins.put(name, new Origin(best.side(), said.by(), said.at()));
        }
        return new Shown(Profile.of(values), origins);
    }

    /** What one side says once the customer is to show {@code after}: only what differs is said anew. */
    static Kept said(Kept target, List<Kept> sides, Profile after, Source by, Instant now) {
        SortedMap<String, String> before = of(sides).profile().values();
        SortedMap<String, String> values = new TreeMap<>(target.values());
        SortedMap<String, Statement> said = new TreeMap<>(target.said());
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.values().keySet());
        for (String name : names) {
            String value = after.values().get(name);
            if (value == null ? !before.containsKey(name) : value.equals(before.get(name))) continue;
            if (value == null) values.remove(name);
            else values.put(name, value);
            said.put(name, othersWord(sides, target, name).replaced(by, now));
        }
        return new Kept(target.side(), values, withoutTheOldest(said, values), target.shared());
    }

    /** Of one side the last word stands, whoever says it; so it is only another side's that must be outweighed. */
    private static Statement othersWord(List<Kept> sides, Kept target, String name) {
        List<Kept> others = sides.stream()
                .filter(side -> !side.side().equals(target.side()))
                .toList();
        return best(others, name).map(other -> said(other, name)).orElse(Statement.NOBODYS);
    }

    /** So many names that were taken back are remembered, not any number. */
    private static SortedMap<String, Statement> withoutTheOldest(
            SortedMap<String, Statement> said, Map<String, String> values) {
        List<String> takenBack = said.entrySet().stream()
                .filter(each -> !values.containsKey(each.getKey()))
                .sorted(Map.Entry.comparingByValue((one, other) -> other.at().compareTo(one.at())))
                .skip(MOST_TAKEN_BACK)
                .map(Map.Entry::getKey)
                .toList();
        takenBack.forEach(said::remove);
        return said;
    }

    private static SortedSet<String> names(Collection<Kept> sides) {
        SortedSet<String> names = new TreeSet<>();
        for (Kept side : sides) {
            names.addAll(side.values().keySet());
            names.addAll(side.said().keySet());
        }
        return names;
    }

    private static Optional<Kept> best(Collection<Kept> sides, String name) {
        Kept best = null;
        for (Kept side : sides) {
            boolean speaks = side.values().containsKey(name) || side.said().containsKey(name);
            if (speaks && (best == null || outweighs(side, best, name))) best = side;
        }
        return Optional.ofNullable(best);
    }

    private static boolean outweighs(Kept one, Kept other, String name) {
        Statement said = said(one, name);
        Statement otherSaid = said(other, name);
        if (said.trust() == otherSaid.trust() && said.at().equals(otherSaid.at())) {
            return one.side().compareTo(other.side()) < 0;
        }
        return said.outweighs(otherSaid);
    }

    private static Statement said(Kept side, String name) {
        return side.said().getOrDefault(name, Statement.NOBODYS);
    }
}
