package io.regulars.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.vertx.VertxContextSupport;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.edge.Paging;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where people make, list and revoke store keys. */
@Path("/v1/store-keys")
public class StoreKeyResource {

    private final StoreKeys keys;
    private final IssueStoreKey issue;
    private final WhoAsks whoAsks;
    private final Commands commands;

    StoreKeyResource(StoreKeys keys, IssueStoreKey issue, WhoAsks whoAsks, Commands commands) {
        this.keys = keys;
        this.issue = issue;
        this.whoAsks = whoAsks;
        this.commands = commands;
    }

    /** Without scopes the key may do everything a till does; without a name it is called after its stores. */
    public record Wanted(String name, List<String> stores, List<String> scopes) {
        List<String> scopesOrAll() {
            return scopes == null ? List.copyOf(Scopes.ALL) : scopes;
        }

        String nameOrStores() {
            return name == null ? String.join(", ", stores) : name;
        }
    }

    /** {@code key} is there once, when it was made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            UUID id,
            String name,
            List<String> stores,
            List<String> scopes,
            Instant createdAt,
            Instant revokedAt,
            String key) {
        static Shown of(StoreKey key, String secret) {
            return new Shown(
                    key.id, key.name, List.of(key.stores), List.of(key.scopes), key.createdAt, key.revokedAt, secret);
        }
    }

    public record Page(List<Shown> data, String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "createStoreKey", summary = "Makes a store key; it is shown this once")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public CompletionStage<Response> create(@Context RoutingContext context) {
        String by = whoAsks.now().caller().credential();
        return commands.take(context.request(), Wanted.class, StoreKeyRules::check, wanted -> make(wanted, by));
    }

    private Response make(Wanted wanted, String by) {
        IssueStoreKey.Issued issued =
                await(issue.issue(wanted.nameOrStores(), wanted.stores(), wanted.scopesOrAll(), by));
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.bytes(Shown.of(issued.key(), issued.secret())))
                .build();
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "listStoreKeys", summary = "Store keys, oldest first, without their secrets")
    public Uni<Page> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        int size = new Paging(limit, cursor).size();
        return keys.page(cursor == null ? null : place(cursor), size)
                .map(found -> new Page(
                        found.stream().map(key -> Shown.of(key, null)).toList(),
                        found.size() < size
                                ? null
                                : found.get(found.size() - 1).id.toString()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "revokeStoreKey", summary = "Revokes a store key on all gateways")
    public Uni<Shown> revoke(@PathParam("id") UUID id) {
        return issue.revoke(id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(Code.NOT_FOUND, "There is no such store key."))
                .map(key -> Shown.of(key, null));
    }

    private static UUID place(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.invalid("/cursor", "is not a cursor of ours");
        }
    }

    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
