package io.regulars.gateway.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.regulars.events.Intake;
import io.regulars.events.Topic;
import io.regulars.gateway.outcome.HearOutcomes;
import io.regulars.gateway.outcome.Outcome;
import io.regulars.gateway.outcome.Waiters;
import io.regulars.gateway.recording.IntakeLog;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.json.Json;
import io.regulars.platform.marks.Marks.Mark;
import io.regulars.platform.wire.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Takes what was posted into the log and, for who wants to wait, brings back what became of it. Never blocks. */
@ApplicationScoped
public class TakeIn {

    private static final String SOURCE = "/regulars/gateway";
    /** What a journal takes, less what the crm adds around a receipt. */
    private static final int MOST_BYTES = 262_144 - 1_024;

    private static final Duration LISTENING_PATIENCE = Duration.ofSeconds(1);

    private final NoArgGenerator eventIds = Generators.timeBasedEpochGenerator();
    private final IntakeLog log;
    private final HearOutcomes outcomes;
    private final Waiters waiters;

    TakeIn(IntakeLog log, HearOutcomes outcomes, Waiters waiters) {
        this.log = log;
        this.outcomes = outcomes;
        this.waiters = waiters;
    }

    /** What was posted lies there, and this became of it, if that is known. */
    record Taken(Mark place, Optional<Outcome> outcome) {
        static Taken at(RecordMetadata place) {
            return new Taken(new Mark(Topic.INTAKE, place.partition(), place.offset()), Optional.empty());
        }

        Taken with(Optional<Outcome> became) {
            return new Taken(place, became);
        }
    }

    /** Completes when it is recorded. */
    CompletableFuture<Taken> record(Intake posted, Instant receivedAt, String traceparent) {
        return append(posted, receivedAt, posted.subject(), null, traceparent);
    }

    /** Completes with the outcome, or with nothing when it is recorded but its outcome is not known in time. */
    CompletableFuture<Taken> recordAndWait(Intake posted, Instant receivedAt, Duration patience, String traceparent) {
        long deadline = System.nanoTime() + patience.toNanos();
        UUID correlation = UUID.randomUUID();
        CompletableFuture<Outcome> outcome = outcomes.await(correlation);
        if (outcome == null) {
            return record(posted, receivedAt, traceparent);
        }
        CompletableFuture<Taken> answer = outcomes.listening()
                .copy()
                .completeOnTimeout(null, LISTENING_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(listening -> append(posted, receivedAt, correlation, waiters.here(), traceparent))
                .thenCompose(
                        taken -> inTime(outcome, deadline - System.nanoTime()).thenApply(taken::with));
        answer.whenComplete((any, failure) -> outcome.cancel(false));
        return answer;
    }

    private static CompletableFuture<Optional<Outcome>> inTime(CompletableFuture<Outcome> outcome, long nanosLeft) {
        return outcome.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), Math.max(1, nanosLeft), TimeUnit.NANOSECONDS);
    }

    private CompletableFuture<Taken> append(
            Intake posted, Instant receivedAt, UUID correlation, String replyTo, String traceparent) {
        byte[] body = body(posted);
        Cause cause = new Cause(null, correlation, replyTo, traceparent, receivedAt);
        Envelope envelope = Envelope.unjournaled(eventIds.generate(), posted, SOURCE, cause);
        return log.append(envelope.record(Topic.INTAKE.topicName(), null, body)).thenApply(Taken::at);
    }

    /** Refuses what is too large to be recorded: with all that is left out written out it may be twice what came. */
    static byte[] body(Intake posted) {
        byte[] body = Json.bytes(posted);
        if (body.length <= MOST_BYTES) return body;
        throw Refusal.of(Code.TOO_LARGE, "This is too large to be recorded: post fewer lines at once.");
    }
}
