package io.regulars.gateway.intake;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.receipt.VoidRules.Undoing;
import io.regulars.gateway.routing.AfterToken;
import io.regulars.gateway.routing.Customers;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The till's door for receipts that are undone as a whole. */
@Path("/v1/purchases/{id}/void")
public class VoidIntakeResource {

    private final ReceivePosted receive;
    private final CheckVoid check;

    VoidIntakeResource(ReceivePosted receive, CheckVoid check) {
        this.receive = receive;
        this.check = check;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TILL_RECORD, Role.SERVICE, Role.ADMIN})
    @Operation(
            operationId = "voidPurchase",
            summary = "Undoes a whole receipt, once for ever; with Prefer: wait=N answers with what it took back",
            description = "A receipt that has not arrived is named by what is printed on it (original); "
                    + "its void waits for it. Without original the receipt must have arrived.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Undoing.class)))
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
    public CompletionStage<Response> undo(
            @PathParam("id") String id, @Context RoutingContext context, @HeaderParam("Prefer") String prefer) {
        UUID purchaseId = Customers.uuid(id);
        return receive.later((body, asker, around) -> check.of(body, purchaseId, asker, around), context, prefer);
    }
}
