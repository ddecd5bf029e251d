package io.regulars.gateway.approval;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.Query;
import io.regulars.gateway.routing.PassOn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What waits for a second person. */
@Path("/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalResource {

    private final PassOn pass;

    ApprovalResource(PassOn pass) {
        this.pass = pass;
    }

    @GET
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.MARKETING, Role.ADMIN})
    @Operation(
            operationId = "listApprovals",
            summary = "What waits for a second person and the asker's role may decide, the oldest first: "
                    + "points by hand (adjustment), drafts of programmes (programmeVersion)")
    public CompletionStage<Response> list(
            @QueryParam("kind") String kind, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return pass.question(
                "/v1/approvals" + Query.of(new Paging(limit, cursor)).and("kind", kind));
    }
}
