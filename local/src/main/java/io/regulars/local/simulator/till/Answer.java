package io.regulars.local.simulator.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.regulars.local.truth.Truth.Outcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** What the gateway said, and what a till may conclude from it. {@code status} is 0 when it said nothing. */
public record Answer(Outcome outcome, int status, JsonNode body, Duration retryAfter) {
    /** Refusals that rest on the content alone: the same request was refused before, and will be. */
    private static final Set<Integer> FOR_ITS_CONTENT = Set.of(400, 413, 415, 422);

    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);

    static Answer silence() {
        return new Answer(Outcome.UNKNOWN, 0, MissingNode.getInstance(), Duration.ZERO);
    }

    static Answer of(HttpResponse<byte[]> response) {
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
        return of(response.statusCode(), Bodies.read(response.body()), retryAfter);
    }

    static Answer of(int status, JsonNode body, Duration retryAfter) {
        boolean again = TRY_AGAIN.contains(status)
                || "in_progress".equals(body.path("code").asText());
        Outcome outcome =
                status / 100 == 2 ? Outcome.OK : status / 100 == 4 && !again ? Outcome.REFUSED : Outcome.UNKNOWN;
        return new Answer(outcome, status, body, retryAfter);
    }

    public boolean isOk() {
        return outcome == Outcome.OK;
    }

    public boolean isUnknown() {
        return outcome == Outcome.UNKNOWN;
    }

    /** A cashier who asked for it was told what the receipt brought: every service behind knows it. */
    public boolean isApplied() {
        return status == 200 && "applied".equals(body.path("status").asText());
    }

    /** Whether it speaks of the receipt that was posted, as far as it speaks of one. */
    boolean names(UUID receiptId) {
        JsonNode id = body.has("purchaseId") ? body.path("purchaseId") : body.path("refundId");
        return id.isMissingNode() || id.asText().equals(receiptId.toString());
    }

    public String code() {
        return body.path("code").asText();
    }

    /**
     * What may be written down. A refusal after an attempt that was never answered says nothing about that attempt,
     * unless it rests on the content, which was the same then.
     */
    Outcome certainty(boolean doubted) {
        boolean open = outcome == Outcome.REFUSED && doubted && !FOR_ITS_CONTENT.contains(status);
        return open ? Outcome.UNKNOWN : outcome;
    }
}
