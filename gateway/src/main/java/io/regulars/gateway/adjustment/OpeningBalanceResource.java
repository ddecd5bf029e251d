package io.regulars.gateway.adjustment;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Bodies;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.http.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Points that members had in another system. Handed on as they came; each row is judged where the points are. */
@Path("/v1/opening-balances")
@Produces(MediaType.APPLICATION_JSON)
public class OpeningBalanceResource {

    private static final String CSV = "text/csv";

    private final WhoAsks whoAsks;
    private final Bodies bodies;
    private final Upstream upstream;

    OpeningBalanceResource(WhoAsks whoAsks, Bodies bodies, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.bodies = bodies;
        this.upstream = upstream;
    }

    @POST
    @Consumes(CSV)
    @RolesAllowed(Role.ADMIN)
    @Operation(
            operationId = "importOpeningBalances",
            summary = "Opens lots with points earned elsewhere, at most 10,000 rows: customerId, wallet, points, "
                    + "earnedAt, expiresAt, reference; each row counts once by its reference")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public CompletionStage<Response> take(
            @Context RoutingContext context,
            @QueryParam("programme") String programme,
            @QueryParam("dryRun") String dryRun) {
        Asker asker = whoAsks.now();
        return Answering.refusals(bodies.read(context.request(), Bodies.BATCH, body -> {
            String path = "/v1/opening-balances?dryRun=" + isDry(dryRun)
                    + (programme == null ? "" : "&programme=" + PathRules.segment(programme));
            return upstream.patiently("loyalty", path, body, Map.of("Content-Type", CSV), asker)
                    .thenApply(Passing::on);
        }));
    }

    /** Nothing is posted by a slip of the pen. */
    private static boolean isDry(String dryRun) {
        if (dryRun == null || dryRun.equals("false")) return false;
        if (dryRun.equals("true")) return true;
        throw Refusal.invalid("/dryRun", "must be true or false");
    }
}
