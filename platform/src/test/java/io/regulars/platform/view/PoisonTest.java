package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.platform.journal.Shards;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.wire.Envelope;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

/** Whatever lies on a topic: what cannot be read is put aside as it is, and everybody else goes on. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class PoisonTest {

    private static final Topic TOPIC = Topic.MEMBERSHIPS;

    @Inject
    Noted noted;

    private final UUID dora = UUID.randomUUID();

    @Test
    void bytes_that_are_no_json_are_parked() {
        parks(
                dora.toString(),
                "not a readable TierChanged",
                record -> with(record, record.key(), "{\"cust".getBytes()));
    }

    @Test
    void bytes_that_are_no_text_are_parked() {
        byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, 1, 2};
        parks(dora.toString(), "not a readable TierChanged", record -> with(record, record.key(), noise));
    }

    @Test
    void a_tombstone_is_parked() {
        parks(dora.toString(), "a fact without a body", record -> with(record, record.key(), null));
    }

    @Test
    void a_record_without_a_key_is_parked() {
        parks("", "key and subject differ", record -> with(record, null, record.value()));
    }

    @Test
    void a_key_that_is_not_its_subject_is_parked() {
        byte[] somebody = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        String key = new String(somebody, StandardCharsets.UTF_8);
        parks(key, "key and subject differ", record -> with(record, somebody, record.value()));
    }

    @Test
    void a_key_no_database_can_hold_is_parked_under_one_it_can() {
        byte[] odd = "a\0b".getBytes(StandardCharsets.UTF_8);
        parks("a\uFFFDb", "key and subject differ", record -> with(record, odd, record.value()));
    }

    @Test
    void an_endless_key_is_parked_under_its_beginning() {
        byte[] endless = "k".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        parks("k".repeat(500), "key and subject differ", record -> with(record, endless, record.value()));
    }

    @Test
    void headers_no_database_can_hold_are_parked_without_harm() {
        parks(dora.toString(), "headers are missing", record -> {
            replace(record.headers(), "ce_id", "\0\0");
            record.headers().add("ce_nothing", null);
            return record;
        });
    }

    @Test
    void an_unknown_major_version_is_parked_with_all_that_follows_of_its_subject() {
        parks(dora.toString(), "unsupported type or version", record -> {
            replace(record.headers(), "ce_type", "loyalty.tier.changed.v9");
            return record;
        });
        Speaker.say(TOPIC, Noted.tier(dora, "silver"));

        await().untilAsserted(() ->
                assertEquals(2, noted.parked("noting", dora.toString()).size()));
        assertEquals(List.of(), noted.of(dora));
    }

    @Test
    void facts_without_a_seq_are_parked_each_for_itself() {
        for (int i = 0; i < 2; i++) {
            ProducerRecord<byte[], byte[]> record = record(0);
            replace(record.headers(), "ce_seq", "many");
            Speaker.send(record);
        }

        await().untilAsserted(() ->
                assertEquals(2, noted.parked("noting", dora.toString()).size()));
        assertEquals(List.of(), noted.of(dora));
    }

    private void parks(String subject, String why, UnaryOperator<ProducerRecord<byte[], byte[]>> spoil) {
        int before = noted.parked("noting", subject).size();
        Speaker.send(spoil.apply(record(Speaker.nextSeq(TOPIC, fact()))));
        UUID emil = UUID.randomUUID();
        long seq = Speaker.say(TOPIC, Noted.tier(emil, "silver")).seq();

        await().untilAsserted(() -> assertEquals(List.of(seq), noted.of(emil)));
        await().untilAsserted(() ->
                assertEquals(before + 1, noted.parked("noting", subject).size()));
        String error = noted.parked("noting", subject).get(before);
        assertTrue(error.contains(why), error);
        assertEquals(List.of(), noted.of(dora));
    }

    private TierChanged fact() {
        return Noted.tier(dora, "silver");
    }

    private ProducerRecord<byte[], byte[]> record(long seq) {
        Envelope envelope = Speaker.envelope(TOPIC, fact(), Instant.EPOCH, seq, null, null);
        return envelope.record(TOPIC.topicName(), Shards.of(dora, SuiteResource.PARTITIONS), Json.bytes(fact()));
    }

    private static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> record, byte[] key, byte[] body) {
        return new ProducerRecord<>(record.topic(), record.partition(), key, body, record.headers());
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
