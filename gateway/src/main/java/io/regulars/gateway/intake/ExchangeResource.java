package io.regulars.gateway.intake;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Bodies;
import io.regulars.gateway.intake.CheckExchange.Exchange;
import io.regulars.gateway.intake.CheckPosted.Slice;
import io.regulars.gateway.intake.RecordExchange.Exchanged;
import io.regulars.gateway.receipt.Circumstances;
import io.regulars.gateway.routing.AfterToken;
import io.regulars.platform.http.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The till's door for a return and a purchase in one. */
@Path("/v1/exchanges")
public class ExchangeResource {

    private final WhoAsks whoAsks;
    private final Bodies bodies;
    private final CheckPosted check;
    private final RecordExchange exchange;

    ExchangeResource(WhoAsks whoAsks, Bodies bodies, CheckPosted check, RecordExchange exchange) {
        this.whoAsks = whoAsks;
        this.bodies = bodies;
        this.check = check;
        this.exchange = exchange;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TILL_RECORD, Role.SERVICE, Role.ADMIN})
    @Operation(
            operationId = "recordExchange",
            summary = "Records a return and a purchase and shows the net of them",
            description =
                    "Each part is a receipt of its own, as if it were posted alone. What is not right in one keeps "
                            + "both out (422). On 409 the pointer names the part that conflicts, and the other one stands. "
                            + "After 503, or no answer, either may be recorded: repeat the same exchange, receipt numbers and "
                            + "all, until it is answered. With Prefer: wait=N answers with the points taken back and earned")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Exchange.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN),
            content = @Content(schema = @Schema(implementation = Exchanged.class)))
    @APIResponse(
            responseCode = "200",
            description = "Both are applied",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN),
            content = @Content(schema = @Schema(implementation = Exchanged.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The part at the pointer is known with other content; other tells what became of the other part",
            headers = @Header(name = AfterToken.HEADER, description = AfterToken.GIVEN),
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ExchangeConflict.class)))
    public CompletionStage<Response> record(@Context RoutingContext context, @HeaderParam("Prefer") String prefer) {
        Asker asker = whoAsks.now();
        Duration patience = Preference.wait(prefer);
        return Answering.refusals(bodies.read(context.request(), Bodies.SINGLE, body -> {
            Circumstances around = check.around();
            return exchange.record(CheckExchange.of(new Slice(body), asker, around), around, asker, patience);
        }));
    }
}
