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

/** Receipts that came again with other content, for people to look at. */
@Path("/v1/receipt-conflicts")
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptConflictResource {

    private final WhoAsks whoAsks;
    private final Upstream upstream;

    ReceiptConflictResource(WhoAsks whoAsks, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.upstream = upstream;
    }

    @GET
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "listReceiptConflicts",
            summary = "Receipts that came again with other content, the newest first; the first one stands")
    public CompletionStage<Response> conflicts(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        String query = new Paging(limit, cursor).query();
        return Answering.refusals(upstream.get("crm", "/v1/receipt-conflicts" + query, whoAsks.now())
                .thenApply(Passing::on));
    }
}
