package io.regulars.gateway.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.Query;
import io.regulars.gateway.routing.AfterToken;
import io.regulars.gateway.routing.PassOn;
import io.regulars.gateway.routing.To;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** What a member's points are made of, letting a part of them last longer, and bringing back what expired. */
@Path("/v1/members/{id}/lots")
@Produces(MediaType.APPLICATION_JSON)
public class LotResource {

    private final PassOn pass;

    LotResource(PassOn pass) {
        this.pass = pass;
    }

    /** @param expiresAt until when they can be spent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LongerLife(String programme, Instant expiresAt, String reason) {}

    @GET
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.ADMIN, Role.SERVICE})
    @Operation(
            operationId = "getLots",
            summary = "Points that came, start and end together, as they stand now; the newest first")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> lots(
            @PathParam("id") String id,
            @QueryParam("programme") String programme,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return pass.questionAbout(
                id, "/lots" + Query.of(new Paging(limit, cursor)).and("programme", programme));
    }

    @POST
    @Path("/{lot}/extend")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "extendLot",
            summary = "Puts off the end of points that are still there; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LongerLife.class)))
    public CompletionStage<Response> extend(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("lot") String lot) {
        String path = "/lots/" + AdjustmentRules.number(lot) + "/extend";
        return pass.command(context, To.post(path, key).of(id), LongerLife.class, AdjustmentRules::check);
    }

    @POST
    @Path("/{lot}/reinstate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "reinstateLot",
            summary = "Brings back all that expired of a lot, in a new one, once; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LongerLife.class)))
    public CompletionStage<Response> reinstate(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("lot") String lot) {
        String path = "/lots/" + AdjustmentRules.number(lot) + "/reinstate";
        return pass.command(context, To.post(path, key).of(id), LongerLife.class, AdjustmentRules::check);
    }
}
