package io.regulars.gateway.identity;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.gateway.routing.Customers;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Values that name nobody, such as the number of a tablet many share; beside those that name nobody anywhere. */
@Path("/v1/identity/blocked")
@Produces(MediaType.APPLICATION_JSON)
public class BlockedResource {

    private final AskCrm crm;

    BlockedResource(AskCrm crm) {
        this.crm = crm;
    }

    /** @param type card, external, email, phone, device or cookie */
    @Schema(name = "BlockedValue")
    public record Said(String type, String value, String reason) {}

    @GET
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.OPS, Role.ADMIN})
    @Operation(operationId = "listBlockedValues", summary = "What names nobody here, masked, the newest first")
    public CompletionStage<Response> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return crm.question("/v1/identity/blocked" + new Paging(limit, cursor).query());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "blockValue",
            summary = "From now on a value names nobody; who is known by it keeps it and is not found by it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Said.class)))
    public CompletionStage<Response> block(@Context RoutingContext context) {
        return crm.command(context, HttpMethod.POST, "/v1/identity/blocked", Said.class, BlockedResource::check);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(operationId = "unblockValue", summary = "A value may name somebody again")
    public CompletionStage<Response> unblock(@PathParam("id") String id) {
        return crm.command(HttpMethod.DELETE, "/v1/identity/blocked/" + Customers.uuid(id));
    }

    private static void check(Flaws flaws, Said said) {
        flaws.check(said.type() == null ? "is required" : TextRules.id(said.type()), "/type");
        flaws.check(said.value() == null ? "is required" : TextRules.text(said.value(), 320), "/value");
        flaws.check(said.reason() == null ? "is required" : TextRules.freeText(said.reason(), 500), "/reason");
    }
}
