package io.regulars.gateway.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** The stores: where they are and in which money they sell. A store sells before anything is said of it. */
@Path("/v1/stores")
@Produces(MediaType.APPLICATION_JSON)
public class StoreResource {

    private final AskCrm crm;

    StoreResource(AskCrm crm) {
        this.crm = crm;
    }

    /**
     * What is left out is the installation's own.
     *
     * @param zone IANA, such as Europe/Vienna
     * @param region ISO 3166, such as AT; phone numbers typed there without a country are read as its own
     * @param currency ISO 4217
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoreSettings")
    public record Said(String zone, String region, String currency) {}

    @GET
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.MARKETING, Role.ANALYST, Role.OPS, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "listStores", summary = "The stores of which something was said, by their names")
    public CompletionStage<Response> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return crm.question("/v1/stores" + new Paging(limit, cursor).query());
    }

    @GET
    @Path("/{store}")
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.MARKETING, Role.ANALYST, Role.OPS, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "getStore", summary = "Zone, region and currency of a store, as far as they were said")
    public CompletionStage<Response> one(@PathParam("store") String store) {
        return crm.question("/v1/stores/" + PathRules.segment(store));
    }

    @PUT
    @Path("/{store}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "setStore",
            summary = "Says zone, region and currency of a store; what is left out is unsaid")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Said.class)))
    public CompletionStage<Response> say(@Context RoutingContext context, @PathParam("store") String store) {
        return crm.command(
                context, HttpMethod.PUT, "/v1/stores/" + PathRules.segment(store), Said.class, StoreResource::check);
    }

    /** What text may enter at all; the crm knows zones, regions and currencies. */
    private static void check(Flaws flaws, Said said) {
        flaws.check(TextRules.text(said.zone(), 64), "/zone");
        flaws.check(TextRules.text(said.region(), 8), "/region");
        flaws.check(TextRules.text(said.currency(), 8), "/currency");
    }
}
