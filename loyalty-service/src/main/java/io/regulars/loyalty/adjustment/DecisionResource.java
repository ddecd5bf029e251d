package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.adjustment.Adjustment.Decision;
import io.regulars.loyalty.programme.publishing.Keyed;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.journal.Cause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** Where a second person says yes or no to many points. */
@Path("/v1/members/{customerId}/adjustments/{adjustmentId}")
public class DecisionResource {

    private final DecideAdjustment deciding;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    DecisionResource(DecideAdjustment deciding, Idempotency idempotency, CurrentCaller caller, Clock clock) {
        this.deciding = deciding;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param reason may be left out by who approves */
    public record Word(String reason) {}

    private record Decided(UUID customerId, UUID adjustmentId, boolean approved, Word word) {}

    @POST
    @Path("/approve")
    @RolesAllowed("gateway")
    public Response approve(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @PathParam("adjustmentId") UUID adjustmentId,
            Word word) {
        if (word != null && word.reason() != null) Asking.refuse("/reason", AdjustmentRules.reason(word.reason()));
        return decide(key, traceparent, new Decided(customerId, adjustmentId, true, word));
    }

    @POST
    @Path("/refuse")
    @RolesAllowed("gateway")
    public Response refuse(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @PathParam("adjustmentId") UUID adjustmentId,
            Word word) {
        Asking.refuse("/reason", AdjustmentRules.reason(word == null ? null : word.reason()));
        return decide(key, traceparent, new Decided(customerId, adjustmentId, false, word));
    }

    private Response decide(String key, String traceparent, Decided decided) {
        Instant now = clock.now();
        String by = caller.get().credential();
        String reason = decided.word() == null ? null : decided.word().reason();
        Decision decision = new Decision(decided.approved(), reason, by, now);
        Cause cause = Cause.command(decided.adjustmentId(), now, traceparent);
        return idempotency.once(
                Keyed.command(by, key, decided), tx -> deciding.decide(tx, decided.customerId(), decision, cause));
    }
}
