package io.regulars.platform.marks;

import io.regulars.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far something written has come: places on topics, which a read can ask to have been applied. */
public record Marks(List<Mark> all) {

    /** How services tell each other marks; callers of the suite have a header and a form of their own. */
    public static final String HEADER = "Regulars-Marks";

    private static final int MOST = 300;

    /** A record: {@code place} is its seq where its topic has a journal, its offset otherwise. */
    public record Mark(Topic topic, int partition, long place) {}

    /** The furthest mark of each partition. */
    public static Marks of(Collection<Mark> marks) {
        return new Marks(List.copyOf(marks.stream()
                .collect(Collectors.toMap(
                        mark -> mark.topic() + "/" + mark.partition(),
                        mark -> mark,
                        (one, other) -> one.place() > other.place() ? one : other))
                .values()));
    }

    public Marks and(Marks others) {
        return of(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    public Marks only(Predicate<Topic> topics) {
        return new Marks(all.stream().filter(mark -> topics.test(mark.topic())).toList());
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** Throws when the text is not what {@link #toString()} makes. */
    public static Marks read(String text) {
        List<Mark> marks = new ArrayList<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(",", MOST)) {
            String[] parts = each.split("/", -1);
            if (parts.length != 3) throw new IllegalArgumentException("not a mark");
            marks.add(new Mark(Topic.named(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
        }
        return new Marks(List.copyOf(marks));
    }

    @Override
    public String toString() {
        return all.stream()
                .map(mark -> mark.topic().topicName() + "/" + mark.partition() + "/" + mark.place())
                .collect(Collectors.joining(","));
    }
}
