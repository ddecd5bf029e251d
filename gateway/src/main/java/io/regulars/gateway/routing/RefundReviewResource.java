package io.regulars.gateway.routing;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
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

/** Refunds that people should look at. */
@Path("/v1/refunds")
@Produces(MediaType.APPLICATION_JSON)
public class RefundReviewResource {

    private final WhoAsks whoAsks;
    private final Upstream upstream;

    RefundReviewResource(WhoAsks whoAsks, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.upstream = upstream;
    }

    @GET
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "listUnreferencedRefunds",
            summary = "Refunds that named no purchase, the newest first; they took back by the base rules of their day")
    public CompletionStage<Response> unreferenced(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        String query = new Paging(limit, cursor).query();
        return Answering.refusals(
                upstream.get("loyalty", "/v1/refunds" + query, whoAsks.now()).thenApply(Passing::on));
    }
}
