package io.regulars.local.simulator.till;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.local.truth.Truth.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What the answer to a whole delivery says of each of its receipts. */
final class Batch {
    private Batch() {}

    static List<Answer> answers(int size, Answer whole) {
        return IntStream.range(0, size).mapToObj(i -> answerTo(i, whole)).toList();
    }

    /** A delivery that was refused or not answered says the same of all. */
    static Answer answerTo(int index, Answer whole) {
        if (!whole.isOk()) return whole;
        JsonNode own = whole.body().path("data").path(index);
        if ("accepted".equals(own.path("status").asText())) {
            return new Answer(Outcome.OK, whole.status(), own, Duration.ZERO);
        }
        JsonNode problem = own.path("problem");
        return Answer.of(problem.path("status").asInt(0), problem, Duration.ZERO);
    }
}
