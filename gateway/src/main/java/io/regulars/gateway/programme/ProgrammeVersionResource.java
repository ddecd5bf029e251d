package io.regulars.gateway.programme;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.vertx.core.http.HttpMethod;
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
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** All versions of a programme, and putting one into force. */
@Path("/v1/programmes/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeVersionResource {

    private static final String NUMBER = "[1-9]\\d{0,8}";

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final Upstream upstream;

    ProgrammeVersionResource(WhoAsks whoAsks, Commands commands, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.upstream = upstream;
    }

    /** @param inForceFrom left out: now */
    public record Publication(Instant inForceFrom) {}

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
        return ask(path(id) + new Paging(limit, cursor).query(), MediaType.APPLICATION_JSON);
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
        return ask(path(id) + "/" + number, asText ? ProgrammeResource.YAML : MediaType.APPLICATION_JSON);
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
        return ask(path(id) + "/" + number + "/diff?against=" + against, MediaType.APPLICATION_JSON);
    }

    @POST
    @Path("/{number}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.ADMIN})
    @Operation(
            operationId = "publishProgrammeVersion",
            summary = "Puts a draft of somebody else into force, now or later; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Publication.class)))
    public CompletionStage<Response> publish(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("number") int number) {
        Asker asker = whoAsks.now();
        String path = path(id) + "/" + number + "/publish";
        return commands.take(context.request(), Publication.class, (flaws, publication) -> {}, publication -> {
            CommandKey.check(key);
            return Passing.on(Upstream.join(
                    upstream.post("loyalty", path, Json.bytes(publication), Map.of(CommandKey.HEADER, key), asker)));
        });
    }

    private CompletionStage<Response> ask(String path, String accept) {
        return Answering.refusals(
                upstream.ask("loyalty", HttpMethod.GET, path, null, Map.of("Accept", accept), whoAsks.now())
                        .thenApply(Passing::on));
    }

    private static String path(String id) {
        return "/v1/programmes/" + PathRules.segment(id) + "/versions";
    }
}
