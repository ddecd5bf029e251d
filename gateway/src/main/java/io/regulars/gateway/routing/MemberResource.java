package io.regulars.gateway.routing;

import io.regulars.events.CustomerRef;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.Query;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Opting in, and what a member has. */
@Path("/v1/members")
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final OptIn optIn;
    private final PassOn pass;

    MemberResource(WhoAsks whoAsks, Commands commands, OptIn optIn, PassOn pass) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.optIn = optIn;
        this.pass = pass;
    }

    /** @param enrolledAt when it happened, if not now; for admin and service only */
    public record Wish(CustomerRef customer, String programme, Consent consent, Instant enrolledAt) {}

    /** What was agreed to, in which version of the text, and where. */
    public record Consent(String text, String version, String channel) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TILL_RECORD, Role.SUPPORT, Role.SUPPORT_ADJUST, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "enrol", summary = "Makes a customer a member; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wish.class)))
    @APIResponse(
            responseCode = "200",
            description = "Enrolled",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN))
    public CompletionStage<Response> enrol(
            @Context RoutingContext context, @HeaderParam("Idempotency-Key") String key) {
        Asker asker = whoAsks.now();
        return commands.take(context.request(), Wish.class, OptInRules::check, wish -> optIn.of(wish, key, asker));
    }

    @GET
    @Path("/{id}/wallet")
    @RolesAllowed({Role.TILL_LOOKUP, Role.SUPPORT, Role.SUPPORT_ADJUST, Role.MARKETING, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "getWallet", summary = "What a member has and where they stand")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> wallet(@PathParam("id") String id, @QueryParam("programme") String programme) {
        return pass.questionAbout(id, "/wallet" + Query.of("programme", programme));
    }

    @GET
    @Path("/{id}/ledger")
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "getLedger", summary = "Every transfer of a member's points, the newest first")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> ledger(
            @PathParam("id") String id,
            @QueryParam("programme") String programme,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Query query = Query.of(new Paging(limit, cursor)).and("programme", programme);
        return pass.questionAbout(id, "/ledger" + query);
    }
}
