package io.regulars.local.check.history;

import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.evidence.Spine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/** What was said, with its places: in journals, on topics, and views that have read it all. */
public record Published(
        Map<FactTopic, List<Spine.Entry>> journals, List<ConsumerRecord<byte[], byte[]>> delivered, int posted) {

    public static final int PARTITIONS = 3;
    private static final Map<String, List<String>> FOLLOWED = Map.of(
            "crm", List.of("intake", "touchpoints", "memberships", "engagements"),
            "loyalty", List.of("touchpoints"),
            "engagement", List.of("memberships"));

    /** Now and then a relay sends what it sent before. */
    static Published of(History history, long seed) {
        Random random = new Random(seed);
        Map<FactTopic, List<Spine.Entry>> journals = new EnumMap<>(FactTopic.class);
        for (FactTopic topic : FactTopic.values()) journals.put(topic, new ArrayList<>());
        Published published = new Published(journals, new ArrayList<>(), history.intake.size());
        Map<String, Integer> seqs = new HashMap<>();
        for (Said said : history.said) {
            int shard = shard(said.subject());
            int seq = seqs.merge(said.topic() + "/" + shard, 1, Integer::sum);
            journals.get(said.topic()).add(new Spine.Entry(shard, seq, print(said)));
            published.deliver(said, shard, seq);
            if (random.nextInt(12) == 0) published.deliver(said, shard, seq);
        }
        return published;
    }

    Published copy() {
        Map<FactTopic, List<Spine.Entry>> copies = new EnumMap<>(FactTopic.class);
        journals.forEach((topic, entries) -> copies.put(topic, new ArrayList<>(entries)));
        return new Published(copies, new ArrayList<>(delivered), posted);
    }

    public static int shard(UUID subject) {
        return Utils.toPositive(Utils.murmur2(subject.toString().getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    public void deliver(Said said, int shard, int seq) {
        delivered.add(Records.of(said, shard, end(said.topic().topic(), shard), seq));
    }

    private long end(String topic, int shard) {
        return delivered.stream()
                .filter(each -> each.topic().equals(topic) && each.partition() == shard)
                .count();
    }

    private static long print(Said said) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Records.bytes(said.body()));
            return Prints.fact(
                    said.eventId(),
                    said.type(),
                    said.subject(),
                    ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<Spine.Span> spans() {
        List<Spine.Span> spans = new ArrayList<>();
        spans.add(new Spine.Span("intake", 0, 0, posted, "intake-1"));
        for (FactTopic topic : FactTopic.values()) {
            for (int shard = 0; shard < PARTITIONS; shard++) {
                String name = topic.topic();
                spans.add(new Spine.Span(name, shard, 0, end(name, shard), name + "-1"));
            }
        }
        return spans;
    }

    /** One view of each service per topic it follows, at its end. */
    List<Spine.Position> positions() {
        List<Spine.Position> positions = new ArrayList<>();
        FOLLOWED.forEach((database, topics) -> spans().stream()
                .filter(span -> topics.contains(span.topic()))
                .forEach(span -> positions.add(
                        new Spine.Position(database, "view", span.topic(), span.shard(), span.end(), span.topicId()))));
        return positions;
    }
}
