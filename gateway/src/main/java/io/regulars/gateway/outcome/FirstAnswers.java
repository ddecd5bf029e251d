package io.regulars.gateway.outcome;

import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What loyalty answered when a receipt came for the first time. */
@ApplicationScoped
public class FirstAnswers {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Upstream upstream;

    FirstAnswers(Upstream upstream) {
        this.upstream = upstream;
    }

    /** What became of a receipt that was posted; where it was known before, its first answer, if it is there in time. */
    public CompletableFuture<Optional<Outcome>> settled(Optional<Outcome> became, Asker asker, long deadlineNanos) {
        return became.isPresent() && became.get() instanceof Outcome.Repeated repeated
                ? of(repeated.receiptId(), asker, deadlineNanos).thenApply(first -> first.map(Outcome.class::cast))
                : CompletableFuture.completedFuture(became);
    }

    /** The first may still be on its way through loyalty, so it is asked for until the deadline. */
    public CompletableFuture<Optional<Outcome.Assessed>> of(UUID receiptId, Asker asker, long deadlineNanos) {
        return upstream.get("loyalty", "/internal/assessments/" + receiptId, asker)
                .handle((answer, failure) -> failure == null && answer.status() == 200
                        ? Optional.of(new Outcome.Assessed(Json.read(answer.body(), PurchaseAssessed.class)))
                        : Optional.<Outcome.Assessed>empty())
                .thenCompose(first -> first.isPresent() || System.nanoTime() + PAUSE.toNanos() > deadlineNanos
                        ? CompletableFuture.completedFuture(first)
                        : later().thenCompose(again -> of(receiptId, asker, deadlineNanos)));
    }

    private static CompletableFuture<Void> later() {
        Executor afterPause = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, afterPause);
    }
}
