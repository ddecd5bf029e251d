package io.regulars.gateway.merge;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.Query;
import io.regulars.gateway.routing.PassOn;
import io.regulars.gateway.routing.To;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
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
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Two members who turned out to be one: staff say whether their accounts are, too. */
@Path("/v1/members/merges")
@Produces(MediaType.APPLICATION_JSON)
public class ProposedMergeResource {

    private final PassOn pass;

    ProposedMergeResource(PassOn pass) {
        this.pass = pass;
    }

    /** @param reason why, in at most 500 characters */
    public record Ruling(String reason) {}

    @GET
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(operationId = "listProposedMerges", summary = "Two members who are one customer and wait for a decision")
    public CompletionStage<Response> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return pass.question("/v1/members/merges" + Query.of(new Paging(limit, cursor)));
    }

    @POST
    @Path("/{mergeId}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(operationId = "acceptMerge", summary = "Both accounts become one; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Ruling.class)))
    public CompletionStage<Response> accept(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("mergeId") String mergeId) {
        return pass.command(context, To.post(path(mergeId) + "/accept", key), Ruling.class, RulingRules::check);
    }

    @POST
    @Path("/{mergeId}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(operationId = "refuseMerge", summary = "Both accounts go on apart; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Ruling.class)))
    public CompletionStage<Response> refuse(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("mergeId") String mergeId) {
        return pass.command(context, To.post(path(mergeId) + "/refuse", key), Ruling.class, RulingRules::check);
    }

    private static String path(String mergeId) {
        try {
            if (mergeId.length() == 36) return "/v1/members/merges/" + UUID.fromString(mergeId);
        } catch (IllegalArgumentException garbled) {
            throw unknown();
        }
        throw unknown();
    }

    private static Refusal unknown() {
        return Refusal.of(Code.NOT_FOUND, "Nobody has heard of this merge.");
    }
}
