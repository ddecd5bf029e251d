package io.regulars.gateway.intake;

import io.regulars.events.Purchase;
import io.regulars.gateway.access.Role;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The till's door for receipts. */
@Path("/v1/purchases")
public class PurchaseIntakeResource {

    private final ReceivePosted receive;

    PurchaseIntakeResource(ReceivePosted receive) {
        this.receive = receive;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TILL_RECORD, Role.SERVICE, Role.ADMIN})
    @Operation(
            operationId = "recordPurchase",
            summary = "Records a receipt; with Prefer: wait=N answers with its outcome")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Purchase.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN),
            content = @Content(schema = @Schema(implementation = Answers.Accepted.class)))
    @APIResponse(
            responseCode = "200",
            description = "Applied",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN),
            content = @Content(schema = @Schema(implementation = Answers.Applied.class)))
    public CompletionStage<Response> record(@Context RoutingContext context, @HeaderParam("Prefer") String prefer) {
        return receive.as(CheckPosted::purchase, context, prefer);
    }
}
