package io.regulars.gateway.me;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Query;
import io.regulars.gateway.routing.PassOn;
import io.regulars.gateway.routing.To;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A member leaves a programme, by themselves. */
@Path("/v1/me/memberships/{programme}")
@Produces(MediaType.APPLICATION_JSON)
public class MyMembershipResource {

    private final WhoAsks whoAsks;
    private final PassOn pass;

    MyMembershipResource(WhoAsks whoAsks, PassOn pass) {
        this.whoAsks = whoAsks;
        this.pass = pass;
    }

    @DELETE
    @RolesAllowed(Role.MEMBER)
    @Operation(operationId = "leave", summary = "Leaves the programme; needs an Idempotency-Key")
    public CompletionStage<Response> leave(
            @HeaderParam("Idempotency-Key") String key, @PathParam("programme") String programme) {
        String member = whoAsks.now().member().toString();
        return pass.command(
                To.delete("/membership" + Query.of("programme", programme), key).of(member));
    }
}
