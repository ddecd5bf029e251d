package io.regulars.gateway.routing;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Answering;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What became of a receipt: the crm knows whether it came, loyalty what it earned. */
@Path("/v1/purchases/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptResource {

    private final AskFreshly askFreshly;
    private final Upstream upstream;

    ReceiptResource(AskFreshly askFreshly, Upstream upstream) {
        this.askFreshly = askFreshly;
        this.upstream = upstream;
    }

    @GET
    @RolesAllowed({
        Role.TILL_LOOKUP,
        Role.TILL_RECORD,
        Role.SUPPORT,
        Role.SUPPORT_ADJUST,
        Role.OPS,
        Role.ADMIN,
        Role.SERVICE
    })
    @Operation(operationId = "getPurchase", summary = "What became of a receipt; explain=true says why")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> receipt(
            @PathParam("id") String id, @QueryParam("explain") @DefaultValue("false") boolean explain) {
        UUID receiptId = Customers.uuid(id);
        return Answering.refusals(askFreshly.asker().thenCompose(asker -> told(receiptId, asker, explain)));
    }

    private CompletableFuture<Response> told(UUID receiptId, Asker asker, boolean explain) {
        CompletableFuture<Part> crm = Part.of("crm", upstream.get("crm", "/internal/receipts/" + receiptId, asker));
        CompletableFuture<Part> loyalty =
                Part.of("loyalty", upstream.get("loyalty", "/internal/assessments/" + receiptId, asker));
        return crm.thenCombine(loyalty, (recorded, judged) -> told(receiptId, asker, recorded, judged, explain));
    }

    private static Response told(UUID id, Asker asker, Part crm, Part loyalty, boolean explain) {
        if (crm.isUnknown()) return Passing.on(crm.answer());
        boolean nothingToGoBy = crm.isMissing() && (asker.isTill() || loyalty.isMissing() || loyalty.isUnknown());
        if (nothingToGoBy) throw Upstream.silent();
        if (!ReceiptRules.mayBeSeenBy(asker, crm)) {
            throw Refusal.mayStillArrive(Code.NOT_FOUND, "This receipt has not arrived.");
        }
        return Response.ok(Json.bytes(ReceiptRules.told(id.toString(), crm, loyalty, explain)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
