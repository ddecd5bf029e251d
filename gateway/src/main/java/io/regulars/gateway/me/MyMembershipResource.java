package io.regulars.gateway.me;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.routing.MemberCommand;
import io.regulars.gateway.routing.Passing;
import io.vertx.core.http.HttpMethod;
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
    private final MemberCommand command;

    MyMembershipResource(WhoAsks whoAsks, MemberCommand command) {
        this.whoAsks = whoAsks;
        this.command = command;
    }

    @DELETE
    @RolesAllowed(Role.MEMBER)
    @Operation(operationId = "leave", summary = "Leaves the programme; needs an Idempotency-Key")
    public CompletionStage<Response> leave(
            @HeaderParam("Idempotency-Key") String key, @PathParam("programme") String programme) {
        Asker asker = whoAsks.now();
        String what = "/membership" + MemberCommand.asked("?", "programme", programme);
        return Answering.refusals(command.send(HttpMethod.DELETE, asker.member(), what, null, key, asker)
                .thenApply(Passing::on));
    }
}
