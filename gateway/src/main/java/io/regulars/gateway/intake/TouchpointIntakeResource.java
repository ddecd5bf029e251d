package io.regulars.gateway.intake;

import io.regulars.events.Touchpoint;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.routing.AfterToken;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for every contact that is not a receipt. */
@Path("/v1/touchpoints")
public class TouchpointIntakeResource {

    private final ReceivePosted receive;

    TouchpointIntakeResource(ReceivePosted receive) {
        this.receive = receive;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TILL_RECORD, Role.SERVICE, Role.ADMIN})
    @Operation(operationId = "recordTouchpoint", summary = "Records any other contact")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Touchpoint.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN),
            content = @Content(schema = @Schema(implementation = Answers.Accepted.class)))
    public CompletionStage<Response> record(@Context RoutingContext context) {
        return receive.as(CheckPosted::touchpoint, context, null);
    }
}
