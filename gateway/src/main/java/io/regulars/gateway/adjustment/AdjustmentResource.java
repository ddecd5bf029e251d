package io.regulars.gateway.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.Query;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Points that staff give and take by hand; many of them wait for a second person. */
@Path("/v1/members/{id}/adjustments")
@Produces(MediaType.APPLICATION_JSON)
public class AdjustmentResource {

    private final PassOn pass;

    AdjustmentResource(PassOn pass) {
        this.pass = pass;
    }

    /**
     * @param wallet left out: the programme's first
     * @param points below zero to take some
     * @param kind correction or goodwill
     * @param expiresAt when given points end, if not as the programme says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Adjustment(
            String programme, String wallet, Long points, String kind, String reason, Instant expiresAt) {}

    /** @param reason may be left out by who approves */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(String reason) {}

    @GET
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "listAdjustments",
            summary = "Points given and taken by hand, the newest first: who asked, why, and what became of it")
    public CompletionStage<Response> list(
            @PathParam("id") String id,
            @QueryParam("programme") String programme,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return pass.questionAbout(
                id, "/adjustments" + Query.of(new Paging(limit, cursor)).and("programme", programme));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "adjustPoints",
            summary = "Gives or takes points; above a limit it is proposed until somebody else approves it; "
                    + "needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Adjustment.class)))
    public CompletionStage<Response> adjust(
            @Context RoutingContext context, @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        return pass.command(context, To.post("/adjustments", key).of(id), Adjustment.class, AdjustmentRules::check);
    }

    @POST
    @Path("/{adjustmentId}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "approveAdjustment",
            summary = "Posts what somebody else proposed; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Verdict.class)))
    public CompletionStage<Response> approve(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("adjustmentId") String adjustmentId) {
        String path = "/adjustments/" + AdjustmentRules.id(adjustmentId) + "/approve";
        return pass.command(context, To.post(path, key).of(id), Verdict.class, AdjustmentRules::checkApproval);
    }

    @POST
    @Path("/{adjustmentId}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "refuseAdjustment",
            summary = "Says no to what was proposed, or takes it back; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Verdict.class)))
    public CompletionStage<Response> refuse(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("adjustmentId") String adjustmentId) {
        String path = "/adjustments/" + AdjustmentRules.id(adjustmentId) + "/refuse";
        return pass.command(context, To.post(path, key).of(id), Verdict.class, AdjustmentRules::checkRefusal);
    }
}
