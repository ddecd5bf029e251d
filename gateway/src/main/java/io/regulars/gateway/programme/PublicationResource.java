package io.regulars.gateway.programme;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.routing.PassOn;
import io.regulars.gateway.routing.To;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Putting a version into force, and taking one back that has not begun. */
@Path("/v1/programmes/{id}/versions/{number}")
@Produces(MediaType.APPLICATION_JSON)
public class PublicationResource {

    private final PassOn pass;

    PublicationResource(PassOn pass) {
        this.pass = pass;
    }

    /** @param inForceFrom left out: now */
    public record Publication(Instant inForceFrom) {}

    public record Withdrawal(String reason) {}

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.ADMIN})
    @Operation(
            operationId = "publishProgrammeVersion",
            summary = "Puts a draft of somebody else into force, now or later; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Publication.class)))
    public CompletionStage<Response> publish(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("number") int number) {
        To to = To.post(ProgrammeVersionResource.path(id) + "/" + number + "/publish", key);
        return pass.command(context, to, Publication.class, (flaws, publication) -> {});
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.ADMIN})
    @Operation(
            operationId = "withdrawProgrammeVersion",
            summary =
                    "Takes back a version that is scheduled and has not begun, for a reason; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public CompletionStage<Response> withdraw(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("number") int number) {
        To to = To.post(ProgrammeVersionResource.path(id) + "/" + number + "/withdraw", key);
        return pass.command(context, to, Withdrawal.class, ProgrammeRules::check);
    }
}
