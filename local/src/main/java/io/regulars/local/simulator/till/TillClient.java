package io.regulars.local.simulator.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.ReceiptIds;
import io.regulars.local.simulator.town.Slip;
import io.regulars.local.truth.Truth;
import io.regulars.local.truth.Truth.Outcome;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Posts as tills do, asks again until it knows, and writes down every attempt. A record's last certain line counts: an
 * attempt without an answer leaves open what an attempt with one has settled.
 */
public final class TillClient {
    private static final Duration HURRY = Duration.ofMillis(3);

    private final Gateway gateway;
    private final Requests requests;
    private final Consumer<Truth> record;
    private final Clock clock = Clock.systemUTC();

    public TillClient(Gateway gateway, Retries retries, Tally tally, Consumer<Truth> record) {
        this.gateway = gateway;
        this.requests = new Requests(retries, tally);
        this.record = record;
    }

    /** Posts a receipt for the first time; with a wait above zero it asks for the outcome. */
    public CompletableFuture<Answer> post(Slip slip, Duration wait) {
        return post(slip, wait, false);
    }

    /** Posts a receipt that was posted before, perhaps: a refusal now would not undo that. */
    public CompletableFuture<Answer> postAgain(Slip slip, Duration wait) {
        return post(slip, wait, true);
    }

    /** Posts a receipt and does not stay for the answer; what came of it is open, unless the answer was faster. */
    public CompletableFuture<Answer> hangUp(Slip slip) {
        HttpRequest hurried = gateway.post(path(slip), gateway.tillKey(), Bodies.of(slip), HURRY)
                .build();
        return requests.once(hurried).whenComplete((answer, failure) -> write(slip, answer, answer.outcome()));
    }

    private CompletableFuture<Answer> post(Slip slip, Duration wait, boolean again) {
        return requests.untilCertain(
                request(slip, wait), again, (answer, doubted) -> write(slip, answer, answer.certainty(doubted)));
    }

    /** Posts other content under the key of a recorded receipt. No line is written: what was recorded first stands. */
    public CompletableFuture<Answer> contradict(Slip slip) {
        return requests.untilCertain(request(slip, Duration.ZERO), true, (answer, doubted) -> {});
    }

    private HttpRequest request(Slip slip, Duration wait) {
        Duration timeout = requests.retries().timeout().plus(wait);
        HttpRequest.Builder request = gateway.post(path(slip), gateway.tillKey(), Bodies.of(slip), timeout);
        if (!wait.isZero()) request.header("Prefer", "wait=" + wait.toSeconds());
        return request.build();
    }

    private static String path(Slip slip) {
        return slip.refund() == null ? "/v1/purchases" : "/v1/refunds";
    }

    /** Delivers what a till kept; answers for each slip in order what is known of it. */
    public CompletableFuture<List<Answer>> deliver(List<Slip> slips, boolean asLines, boolean again) {
        byte[] body = Bodies.of(slips, asLines);
        Duration timeout = requests.retries().timeout().multipliedBy(3);
        HttpRequest.Builder request = gateway.post("/v1/purchases/batch", gateway.tillKey(), body, timeout);
        if (asLines) request.setHeader("Content-Type", "application/x-ndjson");
        return requests.untilCertain(request.build(), again, (answer, doubted) -> {
                    for (int i = 0; i < slips.size(); i++) {
                        Answer own = Batch.answerTo(i, answer);
                        write(slips.get(i), own, own.certainty(doubted));
                    }
                })
                .thenApply(answer -> Batch.answers(slips.size(), answer));
    }

    /** Opts a shopper in; whoever is a member already stays one, and no line is written for that. */
    public CompletableFuture<Answer> enrol(Act.Enrol enrol) {
        boolean atTheTill = enrol.enrolledAt() == null;
        byte[] body = Bodies.joining(enrol.as(), enrol.enrolledAt());
        String credential = atTheTill ? gateway.tillKey() : gateway.officeToken();
        HttpRequest request = gateway.post(
                        "/v1/members", credential, body, requests.retries().timeout())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        return requests.untilCertain(request, false, (answer, doubted) -> {
            if (!"already_member".equals(answer.code())) write(enrol, answer, answer.certainty(doubted));
        });
    }

    /** Tells of a touchpoint, as head office. */
    public CompletableFuture<Answer> tell(Act.Contact contact, boolean again) {
        byte[] body = Bodies.of(contact.touchpoint());
        Duration timeout = requests.retries().timeout();
        HttpRequest request = gateway.post("/v1/touchpoints", gateway.officeToken(), body, timeout)
                .build();
        return requests.untilCertain(
                request, again, (answer, doubted) -> write(contact, answer, answer.certainty(doubted)));
    }

    /** Undoes a receipt as a whole. */
    public CompletableFuture<Answer> undo(Act.Undo undo, boolean again) {
        String path = "/v1/purchases/" + ReceiptIds.of(undo.purchase()) + "/void";
        HttpRequest request = gateway.post(
                        path,
                        gateway.tillKey(),
                        Bodies.of(undo),
                        requests.retries().timeout())
                .build();
        return requests.untilCertain(
                request, again, (answer, doubted) -> write(undo, answer, answer.certainty(doubted)));
    }

    /** Asks as a till; the answer may be a refusal. */
    public CompletableFuture<Answer> read(String path) {
        return requests.untilCertain(gateway.get(path, gateway.tillKey()), false, (answer, doubted) -> {});
    }

    private void write(Slip slip, Answer answer, Outcome outcome) {
        boolean purchase = slip.refund() == null;
        record.accept(new Truth(
                purchase ? Truth.Op.PURCHASE : Truth.Op.REFUND,
                slip.shopper() == null ? null : slip.shopper().id(),
                slip.id().toString(),
                slip.purchase(),
                slip.refund(),
                null,
                outcome,
                answer.status(),
                clock.instant()));
    }

    private void write(Act.Undo undo, Answer answer, Outcome outcome) {
        record.accept(new Truth(
                Truth.Op.VOID,
                undo.shopper() == null ? null : undo.shopper().id(),
                undo.voidId().toString(),
                null,
                null,
                null,
                outcome,
                answer.status(),
                clock.instant()));
    }

    private void write(Act.Contact contact, Answer answer, Outcome outcome) {
        record.accept(new Truth(
                Truth.Op.TOUCHPOINT,
                contact.shopper().id(),
                ReceiptIds.of(gateway.officeSource(), contact.touchpoint()).toString(),
                null,
                null,
                null,
                outcome,
                answer.status(),
                clock.instant()));
    }

    private void write(Act.Enrol enrol, Answer answer, Outcome outcome) {
        JsonNode customerId = answer.isOk() ? answer.body().path("customerId") : MissingNode.getInstance();
        Truth.Enrolment enrolment =
                new Truth.Enrolment(enrol.as().card(), enrol.as().email(), enrol.enrolledAt(), customerId.asText(null));
        record.accept(new Truth(
                Truth.Op.ENROL,
                enrol.shopper().id(),
                null,
                null,
                null,
                enrolment,
                outcome,
                answer.status(),
                clock.instant()));
    }
}
