package io.regulars.gateway.routing;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Commands;
import io.regulars.platform.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Records the services could not apply: the list, and trying again once what was wrong is mended. */
@Path("/v1/parked")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedRecordsResource {

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final Upstream upstream;

    ParkedRecordsResource(WhoAsks whoAsks, Commands commands, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.upstream = upstream;
    }

    /** All that one view of a service has parked of one subject. */
    public record Again(String service, String view, String subject) {}

    private record Question(String view, String subject) {}

    @GET
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "listParked",
            summary = "Records that could not be applied, the oldest 100 of each service (service: only of that one)")
    public CompletionStage<Response> parked(@QueryParam("service") String service) {
        Asker asker = whoAsks.now();
        List<CompletableFuture<Part>> parts = ParkedRules.services(service).stream()
                .map(peer -> Part.of(peer, upstream.get(peer, "/internal/parked", asker)))
                .toList();
        return Answering.refusals(CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(
                        all -> told(parts.stream().map(CompletableFuture::join).toList())));
    }

    private static Response told(List<Part> parts) {
        if (parts.stream().allMatch(Part::isMissing)) throw Upstream.silent();
        return Response.ok(Json.bytes(ParkedRules.told(parts)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "replayParked",
            summary = "Applies what a view parked of a subject, in order; says how many, or why they stay parked")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Again.class)))
    public CompletionStage<Response> replay(@Context RoutingContext context) {
        Asker asker = whoAsks.now();
        return commands.take(context.request(), Again.class, ParkedRules::check, again -> replay(again, asker));
    }

    private Response replay(Again again, Asker asker) {
        byte[] question = Json.bytes(new Question(again.view(), again.subject()));
        return Passing.on(
                Upstream.join(upstream.post(again.service(), "/internal/parked/replay", question, Map.of(), asker)));
    }
}
