package io.regulars.gateway.programme;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.PassOn;
import io.regulars.gateway.routing.To;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Stopping a programme, its spending or one of its rules at once, and letting it go on. */
@Path("/v1/programmes/{id}/switches")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeSwitchResource {

    private final PassOn pass;

    ProgrammeSwitchResource(PassOn pass) {
        this.pass = pass;
    }

    /** @param what programme, spending, or rule: and its id */
    public record Turn(String what, Boolean stopped, String reason) {}

    @GET
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "listProgrammeSwitches",
            summary = "How each thing that was ever stopped stands, and who stopped what and why")
    public CompletionStage<Response> switches(@PathParam("id") String id) {
        return pass.question(path(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "turnProgrammeSwitch",
            summary = "Stops the programme, its spending or a rule, or lets it go on; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Turn.class)))
    public CompletionStage<Response> turn(
            @Context RoutingContext context, @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        return pass.command(context, To.put(path(id), key), Turn.class, ProgrammeRules::check);
    }

    private static String path(String id) {
        return "/v1/programmes/" + PathRules.segment(id) + "/switches";
    }
}
