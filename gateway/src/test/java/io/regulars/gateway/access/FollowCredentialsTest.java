package io.regulars.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.recording.SendSurely;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.platform.health.Standing;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class FollowCredentialsTest {

    @Inject
    CredentialTopic topic;

    @Inject
    SendSurely sendSurely;

    private final KnownKeys keys = new KnownKeys();
    private final Standing standing = new Standing();

    @Test
    void a_reader_that_could_not_even_begin_tries_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CredentialTopic late = new CredentialTopic(null, null) {
            @Override
            KafkaConsumer<byte[], byte[]> reader() {
                return tries.getAndIncrement() == 0 ? nowhere() : topic.reader();
            }
        };

        follow(late);

        assertEquals(2, tries.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "not JSON", "null", "{\"id\":\"7\"}", "{\"id\":null,\"hash\":\"AA==\"}"})
    void what_cannot_be_read_keeps_no_other_key_away(String garbled) throws Exception {
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        sendSurely.send(new ProducerRecord<>("credentials", key, garbled.getBytes(StandardCharsets.UTF_8)));
        String secret = KeySecret.random();
        topic.tell(new Credential(UUID.randomUUID(), KeySecret.hash(secret), Set.of("S-001"), Set.of("record"), false));

        follow(topic);

        assertNotNull(keys.holderOf(secret));
    }

    private void follow(CredentialTopic where) throws Exception {
        FollowCredentials follow = new FollowCredentials(where, keys, standing);
        follow.start(null);
        try {
            follow.known().get(20, TimeUnit.SECONDS);
        } finally {
            follow.stop(null);
        }
    }

    private static KafkaConsumer<byte[], byte[]> nowhere() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", "an address without a port"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
