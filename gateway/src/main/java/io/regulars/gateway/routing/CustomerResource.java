package io.regulars.gateway.routing;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Who a customer is and what happened, as the crm tells it. */
@Path("/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {

    private final AskFreshly askFreshly;
    private final Upstream upstream;

    CustomerResource(AskFreshly askFreshly, Upstream upstream) {
        this.askFreshly = askFreshly;
        this.upstream = upstream;
    }

    @GET
    @RolesAllowed({
        Role.TILL_LOOKUP,
        Role.SUPPORT,
        Role.SUPPORT_ADJUST,
        Role.MARKETING,
        Role.DPO,
        Role.ADMIN,
        Role.SERVICE
    })
    @Operation(operationId = "getCustomer", summary = "Who a customer is; {id} is a UUID, card:… or external:…")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> customer(@PathParam("id") String id) {
        return ask("/v1/customers/" + Customers.segment(id));
    }

    @GET
    @Path("/timeline")
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.DPO, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "getTimeline", summary = "All that happened with a customer, the newest first")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> timeline(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Paging paging = new Paging(limit, cursor);
        return ask("/v1/customers/" + Customers.segment(id) + "/timeline" + paging.query());
    }

    @GET
    @Path("/merges")
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.DPO, Role.ADMIN})
    @Operation(operationId = "listMerges", summary = "Every merge a customer was part of, the newest first")
    public CompletionStage<Response> merges(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Paging paging = new Paging(limit, cursor);
        return ask("/v1/customers/" + Customers.segment(id) + "/merges" + paging.query());
    }

    private CompletionStage<Response> ask(String path) {
        return Answering.refusals(askFreshly
                .asker()
                .thenCompose(asker -> upstream.get("crm", path, asker))
                .thenApply(Passing::on));
    }
}
