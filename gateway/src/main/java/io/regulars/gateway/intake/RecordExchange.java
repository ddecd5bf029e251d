package io.regulars.gateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.events.Intake;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.intake.CheckExchange.Pair;
import io.regulars.gateway.outcome.FirstAnswers;
import io.regulars.gateway.outcome.Outcome;
import io.regulars.gateway.receipt.Circumstances;
import io.regulars.gateway.routing.AfterToken;
import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.json.Json;
import io.regulars.platform.marks.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Records both parts of an exchange and answers with the net of them. It is no third thing: either part is a receipt. */
@ApplicationScoped
public class RecordExchange {

    private final TakeIn takeIn;
    private final FirstAnswers firstAnswers;
    private final AfterToken tokens;

    RecordExchange(TakeIn takeIn, FirstAnswers firstAnswers, AfterToken tokens) {
        this.takeIn = takeIn;
        this.firstAnswers = firstAnswers;
        this.tokens = tokens;
    }

    /**
     * {@code net} is what the shopper pays, below zero what goes back to her; what both parts brought is there once
     * both are applied.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exchanged(
            UUID refundId,
            UUID purchaseId,
            String status,
            long net,
            String currency,
            PointsMoved points,
            Answers.Applied refund,
            Answers.Applied purchase) {}

    /** Of the first kind of points. */
    public record PointsMoved(long taken, long earned, long net) {}

    private record Part(TakeIn.Taken taken, Optional<Outcome> outcome) {
        Outcome.Assessed assessed() {
            return outcome.isPresent() && outcome.get() instanceof Outcome.Assessed assessed ? assessed : null;
        }
    }

    /** Both are measured before either is recorded: what is refused leaves nothing behind. */
    CompletableFuture<Response> record(Pair pair, Circumstances around, Asker asker, Duration patience) {
        if (pair.problem() != null) {
            return CompletableFuture.completedFuture(ProblemAnswers.answer(pair.problem()));
        }
        TakeIn.body(pair.refund());
        TakeIn.body(pair.purchase());
        return part(pair.refund(), around, asker, patience)
                .thenCombine(
                        part(pair.purchase(), around, asker, patience),
                        (back, bought) -> answer(pair, back, bought, patience));
    }

    private CompletableFuture<Part> part(Intake posted, Circumstances around, Asker asker, Duration patience) {
        if (patience.isZero()) {
            return takeIn.record(posted, around.now(), asker.traceparent())
                    .thenApply(taken -> new Part(taken, Optional.empty()));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        return takeIn.recordAndWait(posted, around.now(), patience, asker.traceparent())
                .thenCompose(taken -> firstAnswers
                        .settled(taken.outcome(), asker, deadline)
                        .thenApply(outcome -> new Part(taken, outcome)));
    }

    private Response answer(Pair pair, Part back, Part bought, Duration patience) {
        String places =
                tokens.of(new Marks(List.of(back.taken().place(), bought.taken().place())));
        Response.ResponseBuilder answer = ExchangeConflict.of(pair, back.outcome(), bought.outcome())
                .orElseGet(() -> exchanged(pair, back.assessed(), bought.assessed()));
        if (!patience.isZero()) answer.header("Preference-Applied", "wait=" + patience.toSeconds());
        return answer.header(AfterToken.HEADER, places).build();
    }

    private static Response.ResponseBuilder exchanged(Pair pair, Outcome.Assessed back, Outcome.Assessed bought) {
        boolean applied = back != null && bought != null;
        Answers.Applied refund = applied ? Answers.refund(back.assessment()) : null;
        Answers.Applied purchase = applied ? Answers.purchase(bought.assessment()) : null;
        Exchanged exchanged = new Exchanged(
                pair.refund().refundId(),
                pair.purchase().purchaseId(),
                applied ? "applied" : "accepted",
                pair.net(),
                pair.purchase().purchase().currency(),
                applied ? moved(refund, purchase) : null,
                refund,
                purchase);
        return Response.status(applied ? 200 : 202)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.bytes(exchanged));
    }

    private static PointsMoved moved(Answers.Applied refund, Answers.Applied purchase) {
        long taken = -refund.points().earned();
        long earned = purchase.points().earned();
        return new PointsMoved(taken, earned, earned - taken);
    }
}
