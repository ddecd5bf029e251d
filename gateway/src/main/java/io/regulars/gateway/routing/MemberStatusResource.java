package io.regulars.gateway.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Query;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Whether a member is active, blocked, closed or deceased: what may be earned, spent and sent follows. */
@Path("/v1/members/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
public class MemberStatusResource {

    private final PassOn pass;

    MemberStatusResource(PassOn pass) {
        this.pass = pass;
    }

    public record Wanted(Status status, String reason) {}

    /** What a membership can be made. */
    public enum Status {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("blocked")
        BLOCKED,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("deceased")
        DECEASED
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "setMemberStatus",
            summary = "Makes a member active, blocked, closed or deceased, for a reason; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    public CompletionStage<Response> set(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @QueryParam("programme") String programme) {
        To to = To.put("/status" + Query.of("programme", programme), key).of(id);
        return pass.command(context, to, Wanted.class, MemberRules::check);
    }
}
