package io.regulars.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.regulars.platform.database.Faults;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever stopped a request into problem+json; what we did not foresee says nothing about our inside. */
public final class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return answer(refusal);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unknownCaller() {
        return answer(Problem.of(Code.UNAUTHENTICATED, "Who is calling is not known: send a valid credential."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException ignored) {
        return answer(Problem.of(Code.FORBIDDEN, "This credential may not do that."));
    }

    /** The framework has an answer of its own for some of these, so each is named. */
    @ServerExceptionMapper({
        JsonProcessingException.class,
        MismatchedInputException.class,
        UnrecognizedPropertyException.class,
        InvalidFormatException.class
    })
    public Response unreadable(JsonProcessingException ignored) {
        return answer(Problem.of(Code.MALFORMED_JSON, "The body is not the JSON this call takes."));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof Refusal refusal) return refused(refusal);
        int status = failure.getResponse().getStatus();
        for (Code code : Code.values()) {
            if (code.status() == status) return answer(Problem.of(code, sentence(code)));
        }
        return status < 500 ? answer(Problem.of(Code.INVALID, sentence(Code.INVALID))) : unforeseen(failure);
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable failure) {
        if (Faults.isRecovery(failure)) {
            return answer(
                    Problem.of(Code.UNAVAILABLE, "This service is being put right and decides nothing meanwhile."));
        }
        if (Faults.passes(failure)) {
            LOG.warnf("answered unavailable: %s", failure);
            return answer(Problem.of(
                    Code.UNAVAILABLE,
                    "A part we need is not answering; whether this took effect "
                            + "is unknown. Send the same request again."));
        }
        LOG.error("a request failed on our side", failure);
        Problem ours = Problem.of(Code.UNAVAILABLE, "This failed on our side. Send the same request again.");
        return answer(ours);
    }

    public static Response answer(Refusal refusal) {
        return answer(refusal.problem(), refusal.retryAfterSeconds());
    }

    public static Response answer(Problem problem) {
        return answer(problem, 1);
    }

    private static Response answer(Problem problem, long retryAfter) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) response.header("WWW-Authenticate", "Bearer");
        if (problem.status() == 503 || problem.status() == 429) response.header("Retry-After", retryAfter);
        return response.build();
    }

    private static String sentence(Code code) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing here by that name.";
            case METHOD_NOT_ALLOWED -> "This address does not take that method.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json, uncompressed.";
            case TOO_LARGE -> "The body is larger than this call takes.";
            case MALFORMED_JSON -> "The request cannot be read.";
            default -> "The request was not accepted: " + code.wireName().replace('_', ' ') + ".";
        };
    }
}
