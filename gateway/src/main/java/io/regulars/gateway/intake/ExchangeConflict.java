package io.regulars.gateway.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.regulars.gateway.intake.CheckExchange.Pair;
import io.regulars.gateway.outcome.Outcome;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part of an exchange is known with other content: {@code other} tells what became of the other part. */
@Schema(description = "Besides what every problem says")
public record ExchangeConflict(
        @Schema(hidden = true) @JsonUnwrapped Problem problem, Other other) {

    private static final String REFUND = "refund";
    private static final String PURCHASE = "purchase";

    public record Other(
            @Schema(enumeration = {REFUND, PURCHASE}) String part,

            UUID id,

            @Schema(
                    enumeration = {"applied", "accepted", "conflict"},
                    description = "accepted: recorded, and not assessed yet. conflict: known with other content too")
            String status) {}

    static Optional<Response.ResponseBuilder> of(Pair pair, Optional<Outcome> back, Optional<Outcome> bought) {
        if (isConflict(back)) {
            return Optional.of(
                    answer(REFUND, new Other(PURCHASE, pair.purchase().purchaseId(), status(bought))));
        }
        return isConflict(bought)
                ? Optional.of(answer(PURCHASE, new Other(REFUND, pair.refund().refundId(), status(back))))
                : Optional.empty();
    }

    private static Response.ResponseBuilder answer(String part, Other other) {
        Problem problem = Refusal.of(Code.RECEIPT_CONFLICT, "/" + part, AnswerPosted.OTHER_CONTENT)
                .problem();
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(new ExchangeConflict(problem, other));
    }

    private static String status(Optional<Outcome> outcome) {
        if (isConflict(outcome)) return "conflict";
        return outcome.isPresent() ? "applied" : "accepted";
    }

    private static boolean isConflict(Optional<Outcome> outcome) {
        return outcome.isPresent() && outcome.get() instanceof Outcome.Conflicted;
    }
}
