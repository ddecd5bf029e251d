package io.regulars.gateway.intake;

import io.regulars.events.Intake;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.outcome.FirstAnswers;
import io.regulars.gateway.outcome.Outcome;
import io.regulars.gateway.receipt.Circumstances;
import io.regulars.gateway.routing.AfterToken;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.http.Refusal;
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

/** Records what was checked and answers its poster: at once, or with the outcome. */
@ApplicationScoped
public class AnswerPosted {

    static final String OTHER_CONTENT = "This receipt is known with other content. The first one "
            + "stands; this one is listed for people to look at.";

    private final TakeIn takeIn;
    private final FirstAnswers firstAnswers;
    private final AfterToken tokens;

    AnswerPosted(TakeIn takeIn, FirstAnswers firstAnswers, AfterToken tokens) {
        this.takeIn = takeIn;
        this.firstAnswers = firstAnswers;
        this.tokens = tokens;
    }

    private CompletableFuture<Response> record(Checked checked, Circumstances around, Asker asker) {
        if (checked.posted() == null)
            return CompletableFuture.completedFuture(ProblemAnswers.answer(checked.problem()));
        return takeIn.record(checked.posted(), around.now(), asker.traceparent())
                .thenApply(taken -> told(accepted(checked.posted()), taken).build());
    }

    CompletableFuture<Response> recordAndWait(Checked checked, Circumstances around, Asker asker, Duration patience) {
        if (checked.posted() == null || patience.isZero()) return record(checked, around, asker);
        long deadline = System.nanoTime() + patience.toNanos();
        return takeIn.recordAndWait(checked.posted(), around.now(), patience, asker.traceparent())
                .thenCompose(taken -> firstAnswers
                        .settled(taken.outcome(), asker, deadline)
                        .thenApply(outcome -> told(answer(checked.posted(), outcome), taken)))
                .thenApply(answer -> answer.header("Preference-Applied", "wait=" + patience.toSeconds())
                        .build());
    }

    /** With where it lies: a read can ask to have been there. */
    private Response.ResponseBuilder told(Response.ResponseBuilder answer, TakeIn.Taken taken) {
        return answer.header(AfterToken.HEADER, tokens.of(new Marks(List.of(taken.place()))));
    }

    private static Response.ResponseBuilder answer(Intake posted, Optional<Outcome> outcome) {
        if (outcome.isEmpty()) return accepted(posted);
        if (!(outcome.get() instanceof Outcome.Assessed assessed)) {
            return Response.fromResponse(ProblemAnswers.answer(Refusal.of(Code.RECEIPT_CONFLICT, OTHER_CONTENT)));
        }
        return Response.ok(Json.bytes(applied(posted, assessed)), MediaType.APPLICATION_JSON_TYPE);
    }

    private static Answers.Applied applied(Intake posted, Outcome.Assessed assessed) {
        if (posted instanceof VoidPosted undone) return Answers.voided(undone, assessed.assessment());
        return posted instanceof RefundPosted
                ? Answers.refund(assessed.assessment())
                : Answers.purchase(assessed.assessment());
    }

    private static Response.ResponseBuilder accepted(Intake posted) {
        return Response.status(202).type(MediaType.APPLICATION_JSON_TYPE).entity(Json.bytes(acceptance(posted)));
    }

    static Answers.Accepted acceptance(Intake posted) {
        if (posted instanceof VoidPosted undone) {
            return new Answers.Accepted(undone.purchaseId(), null, undone.voidId(), null, "accepted");
        }
        UUID purchaseId = posted instanceof PurchasePosted purchase ? purchase.purchaseId() : null;
        UUID refundId = posted instanceof RefundPosted refund ? refund.refundId() : null;
        UUID touchpointId = purchaseId == null && refundId == null ? posted.subject() : null;
        return new Answers.Accepted(purchaseId, refundId, null, touchpointId, "accepted");
    }
}
