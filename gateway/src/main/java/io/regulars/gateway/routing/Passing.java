package io.regulars.gateway.routing;

import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import jakarta.ws.rs.core.Response;

/** Hands on what a service answered, byte for byte. What it says about our own asking is not the caller's business. */
public final class Passing {

    private Passing() {}

    public static Response on(Answer answer) {
        if (isBetweenUs(answer)) return ProblemAnswers.answer(Upstream.silent().problem());
        Response.ResponseBuilder response =
                Response.status(answer.status()).type(answer.type()).entity(answer.body());
        if (answer.replayed() != null) response.header("Idempotent-Replayed", answer.replayed());
        if (answer.after() != null) response.header(AfterToken.HEADER, answer.after());
        if (answer.status() == 503) response.header("Retry-After", "1");
        return response.build();
    }

    /** A service's "no", to be thrown here. */
    static Refusal refusal(Answer answer) {
        if (isBetweenUs(answer)) return Upstream.silent();
        try {
            return Refusal.of(Json.read(answer.body(), Problem.class));
        } catch (Json.Unreadable unreadable) {
            return Upstream.silent();
        }
    }

    private static boolean isBetweenUs(Answer answer) {
        boolean problem = answer.type() != null && answer.type().startsWith(Problem.MEDIA_TYPE);
        return answer.status() == 401 || answer.status() >= 400 && !problem;
    }
}
