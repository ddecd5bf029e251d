package io.regulars.gateway.programme;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.edge.Query;
import io.regulars.gateway.routing.PassOn;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All versions of a programme. */
@Path("/v1/programmes/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeVersionResource {

    private static final String NUMBER = "[1-9]\\d{0,8}";

    private final PassOn pass;

    ProgrammeVersionResource(PassOn pass) {
        this.pass = pass;
    }

    @GET
    @RolesAllowed({
        Role.SUPPORT,
        Role.SUPPORT_ADJUST,
        Role.MARKETING,
        Role.ANALYST,
        Role.DPO,
        Role.OPS,
        Role.ADMIN,
        Role.SERVICE
    })
    @Operation(operationId = "listProgrammeVersions", summary = "All versions, the newest first, without documents")
    public CompletionStage<Response> list(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return pass.question(path(id) + Query.of(new Paging(limit, cursor)));
    }

    @GET
    @Path("/{number}")
    @Produces({MediaType.APPLICATION_JSON, ProgrammeResource.YAML})
    @RolesAllowed({
        Role.SUPPORT,
        Role.SUPPORT_ADJUST,
        Role.MARKETING,
        Role.ANALYST,
        Role.DPO,
        Role.OPS,
        Role.ADMIN,
        Role.SERVICE
    })
    @Operation(
            operationId = "getProgrammeVersion",
            summary = "A version with its document; as application/yaml the document alone, exactly as it was saved")
    public CompletionStage<Response> one(
            @PathParam("id") String id, @PathParam("number") int number, @HeaderParam("Accept") String accept) {
        boolean asText = accept != null && accept.startsWith(ProgrammeResource.YAML);
        return pass.question(path(id) + "/" + number, asText ? ProgrammeResource.YAML : MediaType.APPLICATION_JSON);
    }

    @GET
    @Path("/{number}/diff")
    @RolesAllowed({Role.MARKETING, Role.ADMIN})
    @Operation(
            operationId = "diffProgrammeVersions",
            summary = "What changed from the version that against names to this one, by JSON pointer")
    public CompletionStage<Response> diff(
            @PathParam("id") String id, @PathParam("number") int number, @QueryParam("against") String against) {
        if (against == null || !against.matches(NUMBER)) {
            throw Refusal.invalid("/against", "Say the number of the version to compare it with.");
        }
        return pass.question(path(id) + "/" + number + "/diff?against=" + against);
    }

    static String path(String id) {
        return "/v1/programmes/" + PathRules.segment(id) + "/versions";
    }
}
