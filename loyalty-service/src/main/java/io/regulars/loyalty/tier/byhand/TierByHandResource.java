package io.regulars.loyalty.tier.byhand;

import io.regulars.loyalty.programme.publishing.Keyed;
import io.regulars.loyalty.tier.byhand.SetTier.Whose;
import io.regulars.loyalty.tier.byhand.TierByHandRules.Grant;
import io.regulars.loyalty.tier.byhand.TierByHandRules.Lock;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.journal.Cause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where people give tiers, lock and unlock them. */
@Path("/v1/members/{customerId}/tier")
public class TierByHandResource {

    private final SetTier setTier;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    TierByHandResource(SetTier setTier, Idempotency idempotency, CurrentCaller caller, Clock clock) {
        this.setTier = setTier;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    private record Giving(Whose whose, Grant grant) {}

    private record Locking(Whose whose, Lock lock) {}

    private record Unlocking(Whose whose, String reason) {}

    @POST
    @Path("/grants")
    @RolesAllowed("gateway")
    public Response give(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme,
            Grant grant) {
        TierByHandRules.check(grant);
        Whose whose = whose(customerId, programme);
        Cause cause = cause(traceparent);
        return idempotency.once(
                Keyed.command(whose.askedBy(), key, new Giving(whose, grant)),
                tx -> setTier.give(tx, whose, grant, cause));
    }

    @PUT
    @Path("/lock")
    @RolesAllowed("gateway")
    public Response lock(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme,
            Lock lock) {
        TierByHandRules.check(lock);
        Whose whose = whose(customerId, programme);
        Cause cause = cause(traceparent);
        return idempotency.once(
                Keyed.command(whose.askedBy(), key, new Locking(whose, lock)),
                tx -> setTier.lock(tx, whose, lock, cause));
    }

    @DELETE
    @Path("/lock")
    @RolesAllowed("gateway")
    public Response unlock(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme,
            @QueryParam("reason") String reason) {
        TierByHandRules.reason(reason);
        Whose whose = whose(customerId, programme);
        Cause cause = cause(traceparent);
        return idempotency.once(
                Keyed.command(whose.askedBy(), key, new Unlocking(whose, reason)),
                tx -> setTier.unlock(tx, whose, reason, cause));
    }

    private Whose whose(UUID customerId, String programme) {
        return new Whose(customerId, programme, caller.get().credential());
    }

    private Cause cause(String traceparent) {
        return Cause.command(UUID.randomUUID(), clock.now(), traceparent);
    }
}
