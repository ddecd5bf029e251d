package io.regulars.gateway.edge;

import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.http.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Turns a "no" that comes later, from another thread, into its answer. */
public final class Answering {

    private Answering() {}

    public static CompletableFuture<Response> refusals(CompletableFuture<Response> answer) {
        return answer.exceptionally(failure -> {
            Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
            if (why instanceof Refusal refusal) return ProblemAnswers.answer(refusal);
            throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
        });
    }
}
