package io.regulars.loyalty.adjustment.lasting;

import com.fasterxml.uuid.Generators;
import io.regulars.loyalty.adjustment.AdjustmentRules;
import io.regulars.loyalty.adjustment.Asking;
import io.regulars.loyalty.adjustment.lasting.LotChange.Wish;
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

/** Where staff let points last longer, and bring back what expired. */
@Path("/v1/members/{customerId}/lots/{lot}")
public class LotResource {

    private final ExtendLot extending;
    private final ReinstatePoints reinstating;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    LotResource(
            ExtendLot extending,
            ReinstatePoints reinstating,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.extending = extending;
        this.reinstating = reinstating;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param programme may be left out where the customer is in one */
    public record Request(String programme, Instant expiresAt, String reason) {}

    private record Asked(String act, UUID customerId, long lot, Request request) {}

    @POST
    @Path("/extend")
    @RolesAllowed("gateway")
    public Response extend(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @PathParam("lot") long lot,
            Request request) {
        Cause cause = cause(traceparent);
        Wish wish = wish(request, cause.recordedAt());
        String askedBy = caller.get().credential();
        return idempotency.once(
                Keyed.command(askedBy, key, new Asked("extend", customerId, lot, request)),
                tx -> extending.extend(tx, customerId, lot, wish, askedBy, cause));
    }

    @POST
    @Path("/reinstate")
    @RolesAllowed("gateway")
    public Response reinstate(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @PathParam("lot") long lot,
            Request request) {
        Cause cause = cause(traceparent);
        Wish wish = wish(request, cause.recordedAt());
        String askedBy = caller.get().credential();
        return idempotency.once(
                Keyed.command(askedBy, key, new Asked("reinstate", customerId, lot, request)),
                tx -> reinstating.reinstate(tx, customerId, lot, wish, askedBy, cause));
    }

    private Cause cause(String traceparent) {
        return Cause.command(Generators.timeBasedEpochRandomGenerator().generate(), clock.now(), traceparent);
    }

    private static Wish wish(Request request, Instant now) {
        Asking.is(request != null && request.expiresAt() != null, "/expiresAt", "Say how long the points shall last.");
        Instant end = Asking.stored(request.expiresAt());
        Asking.refuse("/expiresAt", AdjustmentRules.end(end, now));
        Asking.refuse("/reason", AdjustmentRules.reason(request.reason()));
        return new Wish(request.programme(), end, request.reason());
    }
}
