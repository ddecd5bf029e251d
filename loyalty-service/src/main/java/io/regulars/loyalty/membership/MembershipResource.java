package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent.MemberStatus;
import io.regulars.loyalty.membership.ChangeStatus.Wish;
import io.regulars.loyalty.programme.publishing.Keyed;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where a membership ends, and where people say that it is blocked, closed or active again. */
@Path("/v1/members/{customerId}")
public class MembershipResource {

    private static final int LONGEST_REASON = 500;

    private final LeaveProgramme leaveProgramme;
    private final ChangeStatus changeStatus;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    MembershipResource(
            LeaveProgramme leaveProgramme,
            ChangeStatus changeStatus,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.leaveProgramme = leaveProgramme;
        this.changeStatus = changeStatus;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    public record Wanted(MemberStatus status, String reason) {}

    private record Leave(UUID customerId, String programme) {}

    @DELETE
    @Path("/membership")
    @RolesAllowed("gateway")
    public Response leave(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme) {
        String askedBy = caller.get().credential();
        Cause cause = Cause.command(UUID.randomUUID(), clock.now(), traceparent);
        return idempotency.once(
                Keyed.command(askedBy, key, new Leave(customerId, programme)),
                tx -> leaveProgramme.leave(tx, customerId, programme, askedBy, cause));
    }

    @PUT
    @Path("/status")
    @RolesAllowed("gateway")
    public Response status(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @QueryParam("programme") String programme,
            Wanted wanted) {
        check(wanted);
        String askedBy = caller.get().credential();
        Wish wish = new Wish(customerId, programme, wanted.status(), wanted.reason(), askedBy);
        Cause cause = Cause.command(UUID.randomUUID(), clock.now(), traceparent);
        return idempotency.once(Keyed.command(askedBy, key, wish), tx -> changeStatus.change(tx, wish, cause));
    }

    private static void check(Wanted wanted) {
        if (wanted == null || wanted.status() == null || wanted.status() == MemberStatus.NEW) {
            throw Refusal.invalid("/status", "Say one of active, blocked, closed, deceased.");
        }
        String reason = wanted.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw Refusal.invalid("/reason", "Say why, in at most " + LONGEST_REASON + " characters.");
        }
    }
}
