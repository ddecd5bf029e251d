package io.regulars.gateway.routing;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.edge.Query;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** What a tier gives besides points is used: a free service, early access. */
@Path("/v1/members/{id}/benefits/{benefit}/use")
@Produces(MediaType.APPLICATION_JSON)
public class BenefitUseResource {

    private final WhoAsks whoAsks;
    private final PassOn pass;

    BenefitUseResource(WhoAsks whoAsks, PassOn pass) {
        this.whoAsks = whoAsks;
        this.pass = pass;
    }

    /** @param reference the user's own: a receipt, a booking */
    public record Use(String store, String reference) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TILL_REDEEM, Role.SUPPORT, Role.SUPPORT_ADJUST, Role.ADMIN, Role.SERVICE})
    @Operation(
            operationId = "useBenefit",
            summary = "Uses what the member's tier gives, as often as it may be used; needs an Idempotency-Key")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Use.class)))
    public CompletionStage<Response> use(
            @Context RoutingContext context,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("benefit") String benefit,
            @QueryParam("programme") String programme) {
        Asker asker = whoAsks.now();
        String what = "/benefits/" + PathRules.segment(benefit) + "/use" + Query.of("programme", programme);
        return pass.command(context, To.post(what, key).of(id), Use.class, (flaws, use) -> {
            MemberRules.check(flaws, use);
            asker.mustActFor(use.store());
        });
    }
}
