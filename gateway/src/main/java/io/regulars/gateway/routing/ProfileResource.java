package io.regulars.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.platform.json.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** What is known of a person beside how she is recognised; the crm judges which of it there may be. */
@Path("/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    private static final int LONGEST_VALUE = 200;
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final Upstream upstream;

    ProfileResource(WhoAsks whoAsks, Commands commands, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.upstream = upstream;
    }

    /** What is left out stays, what is null goes. At most 32 attributes. */
    public record Profile(Birthday birthday, Map<String, String> attributes) {}

    /** A day of the year; there is no place for the year. */
    public record Birthday(Integer month, Integer day) {}

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @RolesAllowed({Role.SUPPORT, Role.SUPPORT_ADJUST, Role.MARKETING, Role.ADMIN, Role.SERVICE})
    @Operation(
            operationId = "changeCustomer",
            summary = "Changes birthday and attributes of a customer, by a JSON Merge Patch")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Profile.class)))
    public CompletionStage<Response> change(@Context RoutingContext context, @PathParam("id") String id) {
        Asker asker = whoAsks.now();
        String path = "/v1/customers/" + Customers.segment(id);
        return commands.take(
                context.request(),
                JsonNode.class,
                ProfileResource::judge,
                patch -> Passing.on(Upstream.join(
                        upstream.ask("crm", HttpMethod.PATCH, path, Json.bytes(patch), Map.of(), asker))));
    }

    /** What text may enter at all; the rest is the crm's to judge. */
    private static void judge(Flaws flaws, JsonNode patch) {
        if (!patch.isObject()) flaws.check("must be an object", "");
        patch.path("attributes").properties().forEach(each -> {
            String name = each.getKey().replace("~", "~0").replace("/", "~1");
            flaws.check(TextRules.freeText(each.getValue().textValue(), LONGEST_VALUE), "/attributes/" + name);
        });
    }
}
