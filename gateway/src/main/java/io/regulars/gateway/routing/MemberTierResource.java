package io.regulars.gateway.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Query;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** A member's tier: what it is and what keeps it, and what people give, lock and unlock by hand. */
@Path("/v1/members/{id}/tier")
@Produces(MediaType.APPLICATION_JSON)
public class MemberTierResource {

    private final PassOn pass;

    MemberTierResource(PassOn pass) {
        this.pass = pass;
    }

    /** At least this tier, to its last day; a status match needs one, what is for life has none. */
    public record Grant(String tier, LocalDate until, Given why, String reason) {}

    /** Why a tier is given. */
    public enum Given {
        @JsonProperty("given")
        GIVEN,
        @JsonProperty("statusMatch")
        STATUS_MATCH,
        @JsonProperty("lifetime")
        LIFETIME
    }

    /** This tier and no other, to its last day or until it is unlocked. */
    public record Lock(String tier, LocalDate until, String reason) {}

    @GET
    @RolesAllowed({Role.TILL_LOOKUP, Role.SUPPORT, Role.SUPPORT_ADJUST, Role.MARKETING, Role.ADMIN, Role.SERVICE})
    @Operation(
            operationId = "getTier",
            summary = "The tier, progress to the next, what keeps it, when it would be lost, and what it gives")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> tier(@PathParam("id") String id, @QueryParam("programme") String programme) {
        return pass.questionAbout(id, "/tier" + Query.of("programme", programme));
    }

    @POST
    @Path("/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "giveTier",
            summary = "Gives at least this tier (given, statusMatch, lifetime); needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Grant.class)))
    public CompletionStage<Response> give(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @QueryParam("programme") String programme) {
        To to = To.post("/tier/grants" + Query.of("programme", programme), key).of(id);
        return pass.command(context, to, Grant.class, MemberRules::check);
    }

    @PUT
    @Path("/lock")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(operationId = "lockTier", summary = "Keeps the member in this tier; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lock.class)))
    public CompletionStage<Response> lock(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @QueryParam("programme") String programme) {
        To to = To.put("/tier/lock" + Query.of("programme", programme), key).of(id);
        return pass.command(context, to, Lock.class, MemberRules::check);
    }

    @DELETE
    @Path("/lock")
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.ADMIN})
    @Operation(
            operationId = "unlockTier",
            summary = "Lets the tier follow what counts again, for a reason; needs an Idempotency-Key")
    public CompletionStage<Response> unlock(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @QueryParam("programme") String programme,
            @QueryParam("reason") String reason) {
        MemberRules.reason(reason);
        Query query = Query.of("reason", reason).and("programme", programme);
        return pass.command(To.delete("/tier/lock" + query, key).of(id));
    }
}
