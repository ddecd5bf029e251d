package io.regulars.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.json.Json;
import java.util.concurrent.CompletableFuture;

/** One service's share of an answer composed of several: what it said, or that it said nothing. */
public record Part(String peer, Answer answer) {

    /** Never fails: a service that is away is a part that is missing. */
    public static CompletableFuture<Part> of(String peer, CompletableFuture<Answer> asked) {
        return asked.handle((answer, failure) -> new Part(peer, failure == null ? answer : null));
    }

    public boolean isMissing() {
        return answer == null || answer.status() == 401 || answer.status() == 403 || answer.status() >= 500;
    }

    public boolean isUnknown() {
        return answer != null && answer.status() == 404;
    }

    public JsonNode json() {
        return Json.read(answer.body(), JsonNode.class);
    }
}
