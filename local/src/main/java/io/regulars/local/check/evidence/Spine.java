package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What journals, topics and views hold, whatever it means. */
public final class Spine {

    /**
     * A record on a fact topic, repeats included, in the order of its partition.
     *
     * @param subject under whom it was said
     * @param print stands for event id, type, subject and body
     * @param shown stands for what the timeline keeps of it
     */
    public record Delivery(int shard, int seq, int event, int subject, long print, long shown) {}

    /** A row of a journal. */
    public record Entry(int shard, int seq, long print) {}

    /** A record on {@code intake} that names a receipt. */
    public record Posted(int receipt) {}

    /** A record on {@code intake} that names a touchpoint. */
    public record Contacted(int touchpoint) {}

    /** A record that is not what a fact topic may hold, and why. */
    public record Flawed(String topic, int shard, long offset, String flaw) {}

    /** How far a view has read. */
    public record Position(String database, String view, String topic, int shard, long nextOffset, String topicId) {}

    /** Where a partition began and ended when it was read. */
    public record Span(String topic, int shard, long first, long end, String topicId) {}

    public record Parked(String database, String view, String topic, int shard, long place) {}

    /** An identifier of a shopper in a fact. */
    public record Leak(String topic, int shard, long offset) {}

    public final Map<FactTopic, Rows<Delivery>> deliveries = perTopic(Delivery.class);
    public final Map<FactTopic, Rows<Entry>> journals = perTopic(Entry.class);
    public final Rows<Posted> posted = Rows.of(Posted.class);
    public final Rows<Contacted> contacted = Rows.of(Contacted.class);
    public final List<Flawed> flawed = new ArrayList<>();
    public final List<Position> positions = new ArrayList<>();
    public final List<Span> spans = new ArrayList<>();
    public final List<Parked> parked = new ArrayList<>();
    public final List<Leak> leaks = new ArrayList<>();

    private static <R extends Record> Map<FactTopic, Rows<R>> perTopic(Class<R> kind) {
        Map<FactTopic, Rows<R>> rows = new EnumMap<>(FactTopic.class);
        for (FactTopic topic : FactTopic.values()) rows.put(topic, Rows.of(kind));
        return rows;
    }

    /** Whether everything that was ever posted is still on {@code intake}. */
    public boolean intakeIsWhole() {
        return spans.stream().filter(span -> span.topic().equals("intake")).allMatch(span -> span.first() == 0);
    }
}
