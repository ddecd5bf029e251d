package io.regulars.gateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.intake.CheckPosted.Slice;
import io.regulars.gateway.reading.Items;
import io.regulars.gateway.reading.Items.Item;
import io.regulars.gateway.receipt.Circumstances;
import io.regulars.gateway.routing.AfterToken;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.regulars.platform.marks.Marks;
import io.regulars.platform.marks.Marks.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records many receipts at once. Each item is accepted, refused or not known to be recorded by itself. */
@ApplicationScoped
public class RecordBatch {

    private static final int MOST_ITEMS = 1_000;

    private final CheckPosted check;
    private final CheckVoid checkVoid;
    private final TakeIn takeIn;
    private final AfterToken tokens;

    RecordBatch(CheckPosted check, CheckVoid checkVoid, TakeIn takeIn, AfterToken tokens) {
        this.check = check;
        this.checkVoid = checkVoid;
        this.takeIn = takeIn;
        this.tokens = tokens;
    }

    public record Results(List<Result> data) {}

    /** {@code status}: accepted, refused, or unavailable when it has to be sent again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(int index, String status, UUID purchaseId, UUID refundId, UUID voidId, Problem problem) {
        static Result accepted(int index, Answers.Accepted accepted) {
            return new Result(index, "accepted", accepted.purchaseId(), accepted.refundId(), accepted.voidId(), null);
        }

        static Result no(int index, Problem problem) {
            String status = problem.code() == Code.UNAVAILABLE ? "unavailable" : "refused";
            return new Result(index, status, null, null, null, problem);
        }

        boolean isUnavailable() {
            return status.equals("unavailable");
        }
    }

    CompletableFuture<Response> record(byte[] body, boolean lines, Asker asker) {
        List<Item> items = lines ? Items.ofLines(body, MOST_ITEMS) : Items.ofArray(body, MOST_ITEMS);
        if (items.size() > MOST_ITEMS) {
            throw Refusal.of(Code.TOO_LARGE, "A batch may hold at most " + MOST_ITEMS + " items.");
        }
        Circumstances around = check.around();
        List<CompletableFuture<Result>> results = new ArrayList<>(items.size());
        Queue<Mark> places = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < items.size(); i++) {
            results.add(one(i, check(body, items.get(i), asker, around), around, asker, places));
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        answer(results.stream().map(CompletableFuture::join).toList(), Marks.of(places)));
    }

    private Checked check(byte[] body, Item item, Asker asker, Circumstances around) {
        Slice slice = new Slice(body, item.from(), item.length(), true);
        String type = item.type() == null ? "purchase" : item.type();
        try {
            return switch (type) {
                case "purchase" -> check.purchase(slice, asker, around);
                case "refund" -> check.refund(slice, asker, around);
                case "void" -> checkVoid.inBatch(slice, asker, around);
                default ->
                    Checked.no(Refusal.invalid("/type", "must be purchase, refund or void")
                            .problem());
            };
        } catch (Refusal malformed) {
            return Checked.no(malformed.problem());
        }
    }

    private CompletableFuture<Result> one(
            int index, Checked checked, Circumstances around, Asker asker, Queue<Mark> places) {
        if (checked.posted() == null) return CompletableFuture.completedFuture(Result.no(index, checked.problem()));
        Answers.Accepted accepted = AnswerPosted.acceptance(checked.posted());
        try {
            return takeIn.record(checked.posted(), around.now(), asker.traceparent())
                    .thenApply(taken -> {
                        places.add(taken.place());
                        return Result.accepted(index, accepted);
                    })
                    .exceptionally(failure -> Result.no(index, problem(failure)));
        } catch (Refusal tooLarge) {
            return CompletableFuture.completedFuture(Result.no(index, tooLarge.problem()));
        }
    }

    private static Problem problem(Throwable failure) {
        Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
        if (why instanceof Refusal refusal) return refusal.problem();
        throw new CompletionException(why);
    }

    /** When Kafka took nothing at all the whole is unavailable, so that a till need not look into it. */
    private Response answer(List<Result> results, Marks marks) {
        boolean anyAccepted =
                results.stream().anyMatch(result -> result.status().equals("accepted"));
        if (!anyAccepted && results.stream().anyMatch(Result::isUnavailable)) {
            return ProblemAnswers.answer(results.stream()
                    .filter(Result::isUnavailable)
                    .findFirst()
                    .get()
                    .problem());
        }
        return Response.status(202)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(AfterToken.HEADER, tokens.of(marks))
                .entity(Json.bytes(new Results(results)))
                .build();
    }
}
