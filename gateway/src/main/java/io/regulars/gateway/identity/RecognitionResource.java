package io.regulars.gateway.identity;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How well customers are recognised: who may be one person, and what named nobody. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class RecognitionResource {

    private final AskCrm crm;

    RecognitionResource(AskCrm crm) {
        this.crm = crm;
    }

    @GET
    @Path("/suggestions")
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.DPO, Role.ADMIN})
    @Operation(operationId = "listSuggestions", summary = "Customers who may be one person, the newest first, and why")
    public CompletionStage<Response> suggestions(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return crm.question("/v1/suggestions" + new Paging(limit, cursor).query());
    }

    @GET
    @Path("/identity/passed-over")
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "listPassedOver",
            summary = "Receipts and contacts with identifiers that named nobody, and why; the values are not kept")
    public CompletionStage<Response> passedOver(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return crm.question("/v1/identity/passed-over" + new Paging(limit, cursor).query());
    }

    @GET
    @Path("/identity/passed-over/counts")
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.ANALYST, Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "countPassedOver",
            summary = "How many identifiers named nobody in the last 30 days, by store, type and reason")
    public CompletionStage<Response> counts() {
        return crm.question("/v1/identity/passed-over/counts");
    }
}
