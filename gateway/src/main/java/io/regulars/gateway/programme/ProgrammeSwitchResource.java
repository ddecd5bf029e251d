package io.regulars.gateway.programme;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.json.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Stopping a programme, its spending or one of its rules at once, and letting it go on. */
@Path("/v1/programmes/{id}/switches")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeSwitchResource {

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final Upstream upstream;

    ProgrammeSwitchResource(WhoAsks whoAsks, Commands commands, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.upstream = upstream;
    }

    /** @param what programme, spending, or rule: and its id */
    public record Turn(String what, Boolean stopped, String reason) {}

    @GET
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "listProgrammeSwitches",
            summary = "How each thing that was ever stopped stands, and who stopped what and why")
    public CompletionStage<Response> switches(@PathParam("id") String id) {
        return Answering.refusals(
                upstream.get("loyalty", path(id), whoAsks.now()).thenApply(Passing::on));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "turnProgrammeSwitch",
            summary = "Stops the programme, its spending or a rule, or lets it go on; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Turn.class)))
    public CompletionStage<Response> turn(
            @Context RoutingContext context, @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        Asker asker = whoAsks.now();
        return commands.take(context.request(), Turn.class, ProgrammeRules::check, turn -> {
            CommandKey.check(key);
            Map<String, String> headers = Map.of(CommandKey.HEADER, key);
            return Passing.on(
                    Upstream.join(upstream.ask("loyalty", HttpMethod.PUT, path(id), Json.bytes(turn), headers, asker)));
        });
    }

    private static String path(String id) {
        return "/v1/programmes/" + PathRules.segment(id) + "/switches";
    }
}
