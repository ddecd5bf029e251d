package io.regulars.gateway.programme;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Bodies;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.PassOn;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.Upstream;
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
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the programmes promise, and writing what one shall promise next. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeResource {

    static final String YAML = "application/yaml";

    private final WhoAsks whoAsks;
    private final Bodies bodies;
    private final Upstream upstream;
    private final PassOn pass;

    ProgrammeResource(WhoAsks whoAsks, Bodies bodies, Upstream upstream, PassOn pass) {
        this.whoAsks = whoAsks;
        this.bodies = bodies;
        this.upstream = upstream;
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
    @Operation(operationId = "listProgrammes", summary = "The programmes, each with the version in force")
    public CompletionStage<Response> list() {
        return pass.question("/v1/programmes");
    }

    @GET
    @Path("/{id}")
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
    @Operation(operationId = "getProgramme", summary = "The version in force, with its document")
    public CompletionStage<Response> one(@PathParam("id") String id) {
        return pass.question("/v1/programmes/" + PathRules.segment(id));
    }

    /** Handed on as it came: the document is kept letter by letter, and judged where it is read. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed({Role.MARKETING, Role.ADMIN})
    @Operation(
            operationId = "draftProgramme",
            summary = "Keeps a document as the next version of the programme it names, as a draft; "
                    + "needs an Idempotency-Key unless it is a dry run")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "201", description = "Kept; warnings say why it could not be published as it is")
    public CompletionStage<Response> draft(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Content-Type") String type,
            @QueryParam("dryRun") String dryRun) {
        Asker asker = whoAsks.now();
        return Answering.refusals(bodies.read(context.request(), Bodies.SINGLE, body -> {
            boolean dry = ProgrammeRules.isDry(dryRun);
            if (!dry) CommandKey.check(key);
            Map<String, String> headers =
                    dry ? Map.of("Content-Type", type) : Map.of("Content-Type", type, CommandKey.HEADER, key);
            String path = "/v1/programmes" + (dry ? "?dryRun=true" : "");
            return upstream.ask("loyalty", HttpMethod.POST, path, body, headers, asker)
                    .thenApply(Passing::on);
        }));
    }
}
