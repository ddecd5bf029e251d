package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.KillSwitches;
import io.regulars.loyalty.programme.KillSwitches.Turned;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.publishing.TurnSwitch.Wish;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where operations stop something at once, and see who stopped what and why. */
@Path("/v1/programmes/{id}/switches")
public class SwitchResource {

    private final Programmes programmes;
    private final KillSwitches switches;
    private final TurnSwitch turn;
    private final Database database;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    SwitchResource(
            Programmes programmes,
            KillSwitches switches,
            TurnSwitch turn,
            Database database,
            Idempotency idempotency,
            CurrentCaller caller) {
        this.programmes = programmes;
        this.switches = switches;
        this.turn = turn;
        this.database = database;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    private record Turning(String programme, Wish wish) {}

    /** @param data how each thing that was ever turned stands; @param history every act, the newest first, at most 100 */
    public record Shown(List<Turned> data, List<Turned> history) {}

    @GET
    @RolesAllowed("gateway")
    public Shown switches(@PathParam("id") String id) {
        published(id);
        return database.inTransaction(tx -> new Shown(switches.latest(tx, id), switches.history(tx, id)));
    }

    @PUT
    @RolesAllowed("gateway")
    public Response turn(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, Wish wish) {
        TurnSwitch.check(wish, published(id));
        String askedBy = caller.get().credential();
        return idempotency.once(
                Keyed.command(askedBy, key, new Turning(id, wish)), tx -> turn.turn(tx, id, wish, askedBy));
    }

    private Rulebook.Programme published(String id) {
        Rulebook.Programme programme = programmes.current().programmes().get(id);
        if (programme == null) throw Refusal.of(Code.NOT_FOUND, "No version of such a programme is published.");
        return programme;
    }
}
