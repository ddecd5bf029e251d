package io.regulars.gateway.routing;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A membership ends, at the wish of the member; coming back is opting in again. */
@Path("/v1/members/{id}/membership")
@Produces(MediaType.APPLICATION_JSON)
public class MembershipResource {

    private final PassOn pass;

    MembershipResource(PassOn pass) {
        this.pass = pass;
    }

    @DELETE
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.ADMIN, Role.SERVICE})
    @Operation(
            operationId = "endMembership",
            summary = "A member leaves; points become what the programme says; needs an Idempotency-Key")
    public CompletionStage<Response> leave(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @QueryParam("programme") String programme) {
        return pass.command(
                To.delete("/membership" + Query.of("programme", programme), key).of(id));
    }
}
