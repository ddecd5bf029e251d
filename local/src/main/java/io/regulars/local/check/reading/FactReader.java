package io.regulars.local.check.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.evidence.Spine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/** Takes records of topics apart: where they lie, what they are, and, when they come first, what they say. */
public final class FactReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evidence evidence;
    private final Canaries canaries;
    private final int partitions;
    private final FactBodies bodies;
    private final Map<String, BitSet> met = new HashMap<>();
    private final MessageDigest sha256;

    public FactReader(Evidence evidence, Canaries canaries, int partitions) {
        this.evidence = evidence;
        this.canaries = canaries;
        this.partitions = partitions;
        this.bodies = new FactBodies(evidence);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads a record of any topic but {@code intake}. */
    public void read(ConsumerRecord<byte[], byte[]> record) {
        if (leaks(record)) {
            evidence.spine.leaks.add(new Spine.Leak(record.topic(), record.partition(), record.offset()));
        }
        FactTopic.named(record.topic()).ifPresent(topic -> fact(topic, record));
    }

    /** Reads a record of {@code intake}: which receipt or touchpoint it posts. */
    public void posted(ConsumerRecord<byte[], byte[]> record) {
        String type = new Headers(record).text("type");
        String field = switch (type) {
            case "intake.purchase.posted.v1" -> "purchaseId";
            case "intake.refund.posted.v1" -> "refundId";
            case "intake.void.posted.v1" -> "voidId";
            case "intake.touchpoint.posted.v1" -> "touchpointId";
            default -> null;
        };
        if (field == null) return;
        try {
            Node body = new Node(JSON.readTree(record.value()), evidence.ids);
            if (field.equals("touchpointId")) evidence.spine.contacted.add(new Spine.Contacted(body.id(field)));
            else evidence.spine.posted.add(new Spine.Posted(body.id(field)));
        } catch (IOException | IllegalArgumentException unreadable) {
            flawed(record, "cannot be read");
        }
    }

    private void fact(FactTopic topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            Headers headers = new Headers(record);
            UUID id = headers.id("id");
            UUID subject = headers.id("subject");
            int seq = Integer.parseInt(headers.text("seq"));
            String type = headers.text("type");
            long print = Prints.fact(id, type, subject, body(record.value()));
            long shown = Prints.shown(subject, type, Micros.of(headers.text("time")));
            int event = evidence.ids.of(id);
            int about = evidence.ids.of(subject);
            evidence.spine
                    .deliveries
                    .get(topic)
                    .add(new Spine.Delivery(record.partition(), seq, event, about, print, shown));
            if (!liesRight(record, headers)) flawed(record, "lies on a shard that is not its subject's");
            if (!first(record, seq)) return;
            int cause = topic == FactTopic.ENGAGEMENTS ? evidence.ids.of(headers.id("causationid")) : 0;
            long recordedAt = Micros.of(headers.text("recordedat"));
            bodies.read(new FactBodies.Headline(type, event, cause, recordedAt), JSON.readTree(record.value()));
        } catch (IOException | RuntimeException unreadable) {
            flawed(record, "is not a fact that can be read");
        }
    }

    private void flawed(ConsumerRecord<byte[], byte[]> record, String flaw) {
        evidence.spine.flawed.add(new Spine.Flawed(record.topic(), record.partition(), record.offset(), flaw));
    }

    private boolean liesRight(ConsumerRecord<byte[], byte[]> record, Headers headers) {
        return headers.key().equals(headers.text("subject"))
                && Utils.toPositive(Utils.murmur2(record.key())) % partitions == record.partition();
    }

    private boolean first(ConsumerRecord<byte[], byte[]> record, int seq) {
        BitSet shard = met.computeIfAbsent(record.topic() + "/" + record.partition(), key -> new BitSet());
        boolean first = !shard.get(seq);
        shard.set(seq);
        return first;
    }

    private long body(byte[] body) {
        return ByteBuffer.wrap(sha256.digest(body)).getLong();
    }

    private boolean leaks(ConsumerRecord<byte[], byte[]> record) {
        if (canaries.inJson(record.value()) || canaries.inText(record.key())) return true;
        for (Header header : record.headers()) {
            if (canaries.inText(header.value())) return true;
        }
        return false;
    }
}
