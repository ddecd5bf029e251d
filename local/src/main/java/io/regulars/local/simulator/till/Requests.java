package io.regulars.local.simulator.till;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Sends a request until its outcome is certain or patience ends; connections are kept and used again. */
final class Requests {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Retries retries;
    private final Tally tally;

    Requests(Retries retries, Tally tally) {
        this.retries = retries;
        this.tally = tally;
    }

    Retries retries() {
        return retries;
    }

    /** {@code heard} is told every answer, and whether an earlier one of the same request is in doubt. */
    CompletableFuture<Answer> untilCertain(HttpRequest request, boolean doubted, BiConsumer<Answer, Boolean> heard) {
        long end = System.nanoTime() + retries.patience().toNanos();
        return send(request, heard, doubted, 1, end);
    }

    private CompletableFuture<Answer> send(
            HttpRequest request, BiConsumer<Answer, Boolean> heard, boolean doubted, int tries, long end) {
        return once(request).thenCompose(answer -> {
            heard.accept(answer, doubted);
            Duration pause = retries.pauseAfter(tries, answer.retryAfter());
            if (!answer.isUnknown() || System.nanoTime() + pause.toNanos() > end) {
                return CompletableFuture.completedFuture(answer);
            }
            Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> send(request, heard, true, tries + 1, end), later)
                    .thenCompose(again -> again);
        });
    }

    /** A single attempt. */
    CompletableFuture<Answer> once(HttpRequest request) {
        long begun = System.nanoTime();
        long most = request.timeout().orElse(retries.timeout()).plus(GRACE).toMillis();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .orTimeout(most, TimeUnit.MILLISECONDS)
                .handle((response, failure) -> failure == null ? Answer.of(response) : Answer.silence())
                .whenComplete((answer, broken) -> {
                    if (answer != null) tally.answered(answer, System.nanoTime() - begun);
                });
    }
}
