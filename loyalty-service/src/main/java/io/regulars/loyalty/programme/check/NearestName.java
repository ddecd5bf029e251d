package io.regulars.loyalty.programme.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of the known names was probably meant: the one that fewest letters differ from (Levenshtein, 1965). */
final class NearestName {

    private static final int MOST_SLIPS = 2;

    private NearestName() {}

    /** None where every known name is another word: more than two letters, or a third of them, would be wrong. */
    static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .filter(each -> slips(name, each) <= Math.max(MOST_SLIPS, name.length() / 3))
                .min(Comparator.<String>comparingInt(each -> slips(name, each))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be put in, taken out or exchanged; capitals are no slip. */
    static int slips(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) before[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(exchanged, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
