package io.regulars.crm.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.regulars.crm.identifier.Policy;
import io.regulars.crm.paging.Page;
import io.regulars.crm.paging.Page.Listing;
import io.regulars.crm.store.Store.Said;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.view.Freshness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The stores, where they are and in which money they sell. A store sells before anything is said of it. */
@Path("/v1/stores")
public class StoreResource {

    private final Database database;
    private final Stores stores;
    private final Policy policy;
    private final CurrentCaller caller;
    private final Freshness freshness;
    private final Clock clock;

    StoreResource(
            Database database, Stores stores, Policy policy, CurrentCaller caller, Freshness freshness, Clock clock) {
        this.database = database;
        this.stores = stores;
        this.policy = policy;
        this.caller = caller;
        this.freshness = freshness;
        this.clock = clock;
    }

    public record Shown(String store, @JsonUnwrapped Said said, Instant changedAt) {
        static Shown of(Store store) {
            return new Shown(store.store(), store.said(), store.changedAt());
        }
    }

    @GET
    @RolesAllowed("gateway")
    public Listing<Shown> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page page = Page.asked(limit, null);
        String after = cursor == null ? "" : named(cursor);
        List<Shown> read = database.inTransaction(tx -> stores.after(tx, after, page.toRead())).stream()
                .map(Shown::of)
                .toList();
        boolean more = read.size() > page.limit();
        List<Shown> shown = more ? read.subList(0, page.limit()) : read;
        String next = more ? cursor(shown.get(page.limit() - 1).store()) : null;
        return new Listing<>(shown, next, freshness.asOf());
    }

    @GET
    @Path("/{store}")
    @RolesAllowed("gateway")
    public Shown one(@PathParam("store") String store) {
        return Shown.of(database.inTransaction(tx -> stores.one(tx, store)).orElseThrow(StoreResource::unknown));
    }

    @PUT
    @Path("/{store}")
    @RolesAllowed("gateway")
    public Shown say(@PathParam("store") String store, Said said) {
        if (said == null) throw Refusal.invalid("", "Say zone, region or currency of the store.");
        StoreRules.check(store, said);
        Store wanted = new Store(store, said, caller.get().credential(), clock.now());
        return Shown.of(database.untilDone(tx -> say(tx, wanted)));
    }

    private Store say(Tx tx, Store wanted) {
        if (stores.say(tx, wanted)) policy.changes(tx);
        return stores.one(tx, wanted.store()).orElseThrow(StoreResource::unknown);
    }

    private static String cursor(String store) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(store.getBytes(StandardCharsets.UTF_8));
    }

    private static String named(String cursor) {
        try {
            String store = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (store.matches("[A-Za-z0-9._-]{1,64}")) return store;
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalid("/cursor", "This cursor is not one we handed out.");
        }
        throw Refusal.invalid("/cursor", "This cursor is not one we handed out.");
    }

    private static Refusal unknown() {
        return Refusal.of(Code.NOT_FOUND, "Nothing is said of this store.");
    }
}
