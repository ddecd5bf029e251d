package io.regulars.platform.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** A topic without a journal was trimmed before a view read it: nobody can say it again, and a person has to look. */
final class TrimmedUnread extends Stopped {

    private static final String GO_ON =
            "update view_position set next_offset = %d where view = '%s' and topic = '%s' and partition = %d"
                    + " and next_offset = %d;";

    private TrimmedUnread(String why) {
        super(why);
    }

    /** Names every such range, and the statements by which the view goes on without them. */
    static TrimmedUnread of(String view, Collection<Place> places, Map<TopicPartition, Long> begins) {
        List<String> ranges = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        places.stream()
                .filter(place -> !place.topic().hasJournal())
                .sorted(Comparator.comparing(Place::topic).thenComparing(Place::partition))
                .forEach(place -> {
                    TopicPartition where = new TopicPartition(place.topic().topicName(), place.partition());
                    long begin = begins.get(where);
                    long next = place.nextOffset();
                    if (next >= begin) return;
                    ranges.add(where + " lost " + next + ".." + (begin - 1));
                    statements.add(GO_ON.formatted(begin, view, where.topic(), where.partition(), next));
                });
        return new TrimmedUnread(String.join(", ", ranges) + " before they were read. To go on without them, run in"
                + " this service's database and start it again: " + String.join(" ", statements));
    }
}
