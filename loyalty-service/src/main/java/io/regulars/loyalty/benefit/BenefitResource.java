package io.regulars.loyalty.benefit;

import io.regulars.loyalty.benefit.UseBenefit.Wish;
import io.regulars.loyalty.programme.publishing.Keyed;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where members use what their tier gives. */
@Path("/v1/members/{customerId}/benefits/{benefit}/use")
public class BenefitResource {

    private static final int LONGEST = 64;

    private final UseBenefit useBenefit;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    BenefitResource(UseBenefit useBenefit, Idempotency idempotency, CurrentCaller caller, Clock clock) {
        this.useBenefit = useBenefit;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param reference the user's own: a receipt, a booking */
    public record Request(String store, String reference) {}

    @POST
    @RolesAllowed("gateway")
    public Response use(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("customerId") UUID customerId,
            @PathParam("benefit") String benefit,
            @QueryParam("programme") String programme,
            Request request) {
        check("/reference", request == null ? null : request.reference());
        if (request.store() != null) check("/store", request.store());
        String askedBy = caller.get().credential();
        Wish wish = new Wish(customerId, programme, benefit, request.store(), request.reference(), askedBy);
        Cause cause = Cause.command(UUID.randomUUID(), clock.now(), traceparent);
        return idempotency.once(Keyed.command(askedBy, key, wish), tx -> useBenefit.use(tx, wish, cause));
    }

    private static void check(String pointer, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Refusal.invalid(pointer, "Between 1 and " + LONGEST + " characters.");
        }
    }
}
