package io.regulars.loyalty.programme.document.rule;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.regulars.events.Purchase.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Which lines of a receipt a rule is about. */
public record LineFilter(
        @JsonPropertyDescription("Default: sale and return. Returned lines lower what the others earn.")
        List<Kind> kinds,

        @JsonPropertyDescription("Only lines that one of these words fits.")
        Words include,

        @JsonPropertyDescription("No line that one of these words fits.")
        Words exclude,

        @JsonPropertyDescription("A condition (CEL) on line, and on basket but for its lines, member and time.")
        String when,

        @JsonPropertyDescription("The part of the receipt that was paid so does not earn.")
        List<String> withoutTenders) {

    public static final LineFilter ANY = new LineFilter(null, null, null, null, null);

    /** A line fits when any of its words is listed. */
    public record Words(
            List<String> skus,
            List<String> categories,
            List<String> brands,
            List<String> collections,
            List<String> labels) {

        public static final Words NONE = new Words(null, null, null, null, null);

        public Words {
            skus = skus == null ? List.of() : List.copyOf(skus);
            categories = categories == null ? List.of() : List.copyOf(categories);
            brands = brands == null ? List.of() : List.copyOf(brands);
            collections = collections == null ? List.of() : List.copyOf(collections);
            labels = labels == null ? List.of() : List.copyOf(labels);
        }
    }

    public LineFilter {
        kinds = kinds == null ? List.of(Kind.SALE, Kind.RETURN) : List.copyOf(kinds);
        include = include == null ? Words.NONE : include;
        exclude = exclude == null ? Words.NONE : exclude;
        withoutTenders = withoutTenders == null ? List.of() : List.copyOf(withoutTenders);
    }

    /** The articles it names, asked for or left out. */
    public Stream<String> skus() {
        return Stream.concat(include.skus().stream(), exclude.skus().stream());
    }

    /** It leaves no line out but by its kind. */
    public boolean takesEveryLine() {
        return include.equals(Words.NONE) && exclude.equals(Words.NONE) && when == null;
    }
}
