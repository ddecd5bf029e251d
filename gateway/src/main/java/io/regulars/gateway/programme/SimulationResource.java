package io.regulars.gateway.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.Purchase;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.ProfileResource.Birthday;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Trying a purchase out; nothing is written. */
@Path("/v1/programmes/{id}/simulate")
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final Upstream upstream;

    SimulationResource(WhoAsks whoAsks, Commands commands, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.upstream = upstream;
    }

    /** Of a version, of a document, or without either of the version in force when it is bought. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Simulation(Integer version, JsonNode document, Purchase purchase, Somebody member) {}

    /** Without a tier in the lowest one, without a day joining today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Somebody(
            String tier,
            LocalDate since,
            Long purchases,
            Long visits,
            Birthday birthday,
            Map<String, String> attributes) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.ADMIN})
    @Operation(
            operationId = "simulateProgramme",
            summary = "What a purchase would bring, and for every rule why or why not; nothing is written")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Simulation.class)))
    public CompletionStage<Response> simulate(@Context RoutingContext context, @PathParam("id") String id) {
        Asker asker = whoAsks.now();
        String path = "/v1/programmes/" + PathRules.segment(id) + "/simulate";
        return commands.take(
                context.request(),
                Simulation.class,
                ProgrammeRules::check,
                simulation -> Passing.on(
                        Upstream.join(upstream.post("loyalty", path, Json.bytes(simulation), Map.of(), asker))));
    }
}
