package io.regulars.gateway.recording;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class IntakeLogTest {

    private final IntakeLog log = new IntakeLog();

    @Test
    void a_full_line_refuses_at_once_and_takes_again_when_there_is_room() throws InterruptedException {
        for (int i = 0; i < 10_000; i++) assertFalse(log.append(record(10)).isDone());
        assertUnavailable(log.append(record(10)));

        log.next().succeed(null);

        assertFalse(log.append(record(10)).isDone());
    }

    @Test
    void it_holds_so_many_bytes_and_no_more() {
        int count = 0;
        while (!log.append(record(256 << 10)).isCompletedExceptionally()) count++;
        assertEquals(256, count);
    }

    @Test
    void whoever_waits_too_long_is_answered_and_no_longer_sent() throws InterruptedException {
        CompletableFuture<RecordMetadata> answer = log.append(record(10));
        await().atMost(Duration.ofSeconds(4)).until(() -> {
            log.sweep();
            return answer.isDone();
        });
        assertUnavailable(answer);
        assertNull(log.next().record());
    }

    private static void assertUnavailable(CompletableFuture<RecordMetadata> answer) {
        assertTrue(answer.isCompletedExceptionally());
        Throwable why = assertThrows(CompletionException.class, answer::join).getCause();
        assertEquals(Code.UNAVAILABLE, ((Refusal) why).problem().code());
    }

    private static ProducerRecord<byte[], byte[]> record(int bytes) {
        return new ProducerRecord<>("intake", new byte[bytes]);
    }
}
