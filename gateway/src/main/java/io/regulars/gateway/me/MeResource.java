package io.regulars.gateway.me;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.routing.AfterToken;
import io.regulars.gateway.routing.AskFreshly;
import io.regulars.gateway.routing.Part;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

/** A member looks at herself: one call, whose customer is the token's and never an id from outside. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    private static final String NEWEST = "/messages?limit=100";

    private final AskFreshly askFreshly;
    private final Upstream upstream;

    MeResource(AskFreshly askFreshly, Upstream upstream) {
        this.askFreshly = askFreshly;
        this.upstream = upstream;
    }

    @GET
    @RolesAllowed(Role.MEMBER)
    @Operation(operationId = "getMe", summary = "Profile, memberships and messages of the member whose token this is")
    @Parameter(
            name = AfterToken.HEADER,
            in = ParameterIn.HEADER,
            description = AfterToken.ASKED,
            schema = @Schema(type = SchemaType.STRING))
    public CompletionStage<Response> me() {
        return Answering.refusals(askFreshly.asker().thenCompose(this::told));
    }

    private CompletableFuture<Response> told(Asker asker) {
        UUID id = asker.member();
        CompletableFuture<Part> crm = ask("crm", "/v1/customers/" + id, asker);
        CompletableFuture<Part> loyalty = ask("loyalty", "/internal/members/" + id, asker);
        CompletableFuture<Part> engagement = ask("engagement", "/internal/customers/" + id + NEWEST, asker);
        return CompletableFuture.allOf(crm, loyalty, engagement)
                .thenApply(all -> told(id, crm.join(), loyalty.join(), engagement.join()));
    }

    private CompletableFuture<Part> ask(String peer, String path, Asker asker) {
        return Part.of(peer, upstream.get(peer, path, asker));
    }

    private static Response told(UUID id, Part crm, Part loyalty, Part engagement) {
        if (crm.isUnknown()) throw Refusal.of(Code.NOT_FOUND, "There is nobody here by that name.");
        if (crm.isMissing() && loyalty.isMissing() && engagement.isMissing()) throw Upstream.silent();
        return Response.ok(Json.bytes(MeRules.told(id.toString(), crm, loyalty, engagement)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
