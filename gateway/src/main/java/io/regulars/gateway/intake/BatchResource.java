package io.regulars.gateway.intake;

import io.regulars.events.Purchase;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Bodies;
import io.regulars.gateway.intake.RecordBatch.Results;
import io.regulars.gateway.routing.AfterToken;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for tills that were offline: many receipts at once, each with its own result. */
@Path("/v1/purchases/batch")
public class BatchResource {

    private static final String LINES = "application/x-ndjson";

    private final WhoAsks whoAsks;
    private final Bodies bodies;
    private final RecordBatch batch;

    BatchResource(WhoAsks whoAsks, Bodies bodies, RecordBatch batch) {
        this.whoAsks = whoAsks;
        this.bodies = bodies;
        this.batch = batch;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, LINES})
    @RolesAllowed({Role.TILL_RECORD, Role.SERVICE, Role.ADMIN})
    @Operation(
            operationId = "recordBatch",
            summary = "Records purchases, refunds and voids (type), at most 1,000; a bad one refuses only itself")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Purchase.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = Purchase.class))
            })
    @APIResponse(
            responseCode = "202",
            description = "One result each, in order",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN),
            content = @Content(schema = @Schema(implementation = Results.class)))
    public CompletionStage<Response> record(
            @Context RoutingContext context, @HeaderParam("Content-Type") String contentType) {
        Asker asker = whoAsks.now();
        boolean lines = contentType != null && contentType.regionMatches(true, 0, LINES, 0, LINES.length());
        return Answering.refusals(
                bodies.read(context.request(), Bodies.BATCH, body -> batch.record(body, lines, asker)));
    }
}
