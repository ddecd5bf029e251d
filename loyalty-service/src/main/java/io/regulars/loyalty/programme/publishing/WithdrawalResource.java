package io.regulars.loyalty.programme.publishing;

import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Where who may publish takes a version back that has not begun. */
@Path("/v1/programmes/{id}/versions/{number}/withdraw")
public class WithdrawalResource {

    private final WithdrawVersion withdraw;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    WithdrawalResource(WithdrawVersion withdraw, Idempotency idempotency, CurrentCaller caller) {
        this.withdraw = withdraw;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    public record Why(String reason) {}

    private record Withdrawing(String withdraw, int number, String reason) {}

    @POST
    @RolesAllowed("gateway")
    public Response withdraw(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("number") int number,
            Why why) {
        String reason = why == null ? null : why.reason();
        if (!TurnSwitch.isReason(reason)) throw Refusal.invalid("/reason", TurnSwitch.SAY_WHY);
        String askedBy = caller.get().credential();
        return idempotency.once(
                Keyed.command(askedBy, key, new Withdrawing(id, number, reason)),
                tx -> withdraw.withdraw(tx, id, number, reason, askedBy));
    }
}
