package io.regulars.loyalty.adjustment;

import com.fasterxml.uuid.Generators;
import io.regulars.loyalty.adjustment.Adjustment.Kind;
import io.regulars.loyalty.adjustment.AskAdjustment.Wish;
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

/** Where staff give and take points by hand. */
@Path("/v1/members/{customerId}/adjustments")
public class AdjustmentResource {

    private final AskAdjustment asking;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    AdjustmentResource(AskAdjustment asking, Idempotency idempotency, CurrentCaller caller, Clock clock) {
        this.asking = asking;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param points below zero to take some; @param kind correction or goodwill */
    public record Request(
            String programme, String wallet, Long points, String kind, String reason, Instant expiresAt) {}

    private record Asked(UUID customerId, Request request) {}

    @POST
    @RolesAllowed("gateway")
    public Response ask(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            Request request) {
        Instant now = clock.now();
        Wish wish = wish(request, now);
        String askedBy = caller.get().credential();
        Cause cause = Cause.command(Generators.timeBasedEpochRandomGenerator().generate(), now, traceparent);
        return idempotency.once(
                Keyed.command(askedBy, key, new Asked(customerId, request)),
                tx -> asking.ask(tx, customerId, wish, askedBy, cause));
    }

    private static Wish wish(Request request, Instant now) {
        Asking.is(request != null, "", "Say what to give or to take, and why.");
        Kind kind = kind(request.kind());
        Asking.is(request.points() != null, "/points", "Say how many points.");
        Asking.refuse("/points", AdjustmentRules.points(request.points(), kind));
        Asking.refuse("/reason", AdjustmentRules.reason(request.reason()));
        Instant end = Asking.stored(request.expiresAt());
        Asking.refuse("/expiresAt", AdjustmentRules.end(end, now));
        Asking.is(end == null || request.points() > 0, "/expiresAt", "Points that are taken do not end.");
        return new Wish(request.programme(), request.wallet(), request.points(), kind, request.reason(), end);
    }

    private static Kind kind(String word) {
        Asking.is("correction".equals(word) || "goodwill".equals(word), "/kind", "It is correction or goodwill.");
        return word.equals("goodwill") ? Kind.GOODWILL : Kind.CORRECTION;
    }
}
