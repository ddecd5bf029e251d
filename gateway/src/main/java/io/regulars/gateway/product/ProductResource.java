package io.regulars.gateway.product;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Bodies;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.edge.Query;
import io.regulars.gateway.routing.PassOn;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.json.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** What is sold, so that a programme that names what nobody sells is refused. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

    private static final String LINES = "application/x-ndjson";

    private final WhoAsks whoAsks;
    private final Bodies bodies;
    private final Upstream upstream;
    private final PassOn pass;

    ProductResource(WhoAsks whoAsks, Bodies bodies, Upstream upstream, PassOn pass) {
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
    @Operation(operationId = "listProducts", summary = "What is sold, by article number")
    public CompletionStage<Response> list(
            @QueryParam("category") String category,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return pass.question(
                "/v1/products" + Query.of(new Paging(limit, cursor)).and("category", category));
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, LINES})
    @RolesAllowed({Role.MARKETING, Role.OPS, Role.ADMIN, Role.SERVICE})
    @Operation(
            operationId = "putProducts",
            summary = "Adds products or changes them, by article number, at most 1,000: all or, with every flaw "
                    + "and its pointer, none")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Product.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = Product.class))
            })
    public CompletionStage<Response> put(
            @Context RoutingContext context, @HeaderParam("Content-Type") String contentType) {
        Asker asker = whoAsks.now();
        boolean lines = contentType != null && contentType.regionMatches(true, 0, LINES, 0, LINES.length());
        return Answering.refusals(bodies.read(
                context.request(),
                Bodies.BATCH,
                body -> upstream.ask(
                                "loyalty",
                                HttpMethod.PUT,
                                "/v1/products",
                                Json.bytes(ReadProducts.of(body, lines)),
                                Map.of(),
                                asker)
                        .thenApply(Passing::on)));
    }

    /** An article's number may hold slashes. */
    @DELETE
    @Path("/{sku: .+}")
    @RolesAllowed({Role.MARKETING, Role.OPS, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "removeProduct", summary = "Takes a product out of what is sold; nothing earned changes")
    public CompletionStage<Response> remove(@PathParam("sku") String sku) {
        String path = "/v1/products/" + PathRules.segment(sku).replace("%2F", "/");
        return Answering.refusals(upstream.ask("loyalty", HttpMethod.DELETE, path, null, Map.of(), whoAsks.now())
                .thenApply(Passing::on));
    }
}
