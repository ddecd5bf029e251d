package io.regulars.loyalty.programme.rule;

import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.programme.document.rule.LineFilter;
import io.regulars.loyalty.programme.document.rule.LineFilter.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which lines a rule is about, ready to be asked. */
public final class LineMatch {

    private final Set<Kind> kinds;
    private final Listed include;
    private final Listed exclude;
    private final Set<String> withoutTenders;

    /** What a line is called by; what it is not called by is null. */
    public interface Article {
        Kind kind();

        String sku();

        String category();

        String brand();

        String collection();

        List<String> labels();
    }

    private record Listed(
            Set<String> skus,
            Set<String> categories,
            Set<String> brands,
            Set<String> collections,
            Set<String> labels,
            boolean nothing) {

        static Listed of(Words words) {
            return new Listed(
                    Set.copyOf(words.skus()),
                    Set.copyOf(words.categories()),
                    Set.copyOf(words.brands()),
                    Set.copyOf(words.collections()),
                    Set.copyOf(words.labels()),
                    words.equals(Words.NONE));
        }

        /** The word that fits, or null. */
        String fitting(Article line) {
            if (line.sku() != null && skus.contains(line.sku())) return "sku " + line.sku();
            if (line.category() != null && categories.contains(line.category())) return "category " + line.category();
            if (line.brand() != null && brands.contains(line.brand())) return "brand " + line.brand();
            if (line.collection() != null && collections.contains(line.collection())) {
                return "collection " + line.collection();
            }
            for (String label : line.labels()) if (labels.contains(label)) return "label " + label;
            return null;
        }
    }

    public LineMatch(LineFilter filter) {
        this.kinds = filter.kinds().isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(filter.kinds());
        this.include = Listed.of(filter.include());
        this.exclude = Listed.of(filter.exclude());
        this.withoutTenders = Set.copyOf(filter.withoutTenders());
    }

    /** Why the line does not fit, in words, or null when it does. */
    public String whyNot(Article line) {
        if (!kinds.contains(line.kind())) return "lines of kind " + CamelCase.of(line.kind()) + " do not count";
        if (!include.nothing() && include.fitting(line) == null) return "nothing that is asked for fits";
        String out = exclude.nothing() ? null : exclude.fitting(line);
        return out == null ? null : out + " is left out";
    }

    /** What was paid this way does not earn. */
    public boolean leavesOut(String tender) {
        return withoutTenders.contains(tender);
    }

    public boolean asksForTenders() {
        return !withoutTenders.isEmpty();
    }
}
