package io.regulars.gateway.routing;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.edge.Commands;
import io.regulars.platform.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Staff say that two customers are one person, look what that would mean, and take it back. */
@Path("/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final Upstream upstream;
    private final PreviewMerge preview;

    MergeResource(WhoAsks whoAsks, AskFreshly askFreshly, Commands commands, Upstream upstream, PreviewMerge preview) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.upstream = upstream;
        this.preview = preview;
    }

    /** @param with who is merged into the customer of the path: an id, {@code card:…} or {@code external:…} */
    public record Merging(String with, String reason) {}

    /** Who would be merged; a reason may be left out. */
    public record Two(String with, String reason) {}

    public record Unmerging(UUID mergeId, String reason) {}

    @POST
    @Path("/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.DPO, Role.ADMIN})
    @Operation(operationId = "mergeCustomers", summary = "Makes two customers one; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Merging.class)))
    public CompletionStage<Response> merge(
            @Context RoutingContext context, @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        Asker asker = whoAsks.now();
        String path = path(id) + "/merge";
        return commands.take(
                context.request(), Merging.class, MergeRules::check, merging -> send(path, key, merging, asker));
    }

    @POST
    @Path("/merge/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.DPO, Role.ADMIN})
    @Operation(operationId = "previewMerge", summary = "What two customers would be as one; nothing is written")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Two.class)))
    public CompletionStage<Response> preview(@Context RoutingContext context, @PathParam("id") String id) {
        Asker asker = whoAsks.now();
        String path = path(id) + "/merge/preview";
        return commands.take(
                context.request(), Two.class, MergeRules::check, two -> preview.of(path, Json.bytes(two), asker));
    }

    @POST
    @Path("/unmerge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUPPORT_ADJUST, Role.DPO, Role.ADMIN})
    @Operation(operationId = "unmergeCustomers", summary = "Undoes a merge; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Unmerging.class)))
    public CompletionStage<Response> unmerge(
            @Context RoutingContext context, @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        Asker asker = whoAsks.now();
        String path = path(id) + "/unmerge";
        return commands.take(
                context.request(), Unmerging.class, MergeRules::check, undoing -> send(path, key, undoing, asker));
    }

    private Response send(String path, String key, Record command, Asker asker) {
        CommandKey.check(key);
        Map<String, String> headers = Map.of(CommandKey.HEADER, key);
        return Passing.on(Upstream.join(upstream.post("crm", path, Json.bytes(command), headers, asker)));
    }

    private static String path(String id) {
        return "/v1/customers/" + Customers.segment(id);
    }
}
