package io.regulars.platform.http;

import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Idempotency.Command;
import io.regulars.platform.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A command for trying: its effect is a row, and it can be told to take long, to refuse and to fail. */
@Path("/trying")
public class CommandResource {

    private static final String EFFECT = """
            insert into counted (view, topic, event_id, subject, seq) values ('command', $1, $2, $2, 0)
            """;

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Database database;

    CommandResource(Idempotency idempotency, CurrentCaller caller, Database database) {
        this.idempotency = idempotency;
        this.caller = caller;
        this.database = database;
    }

    /** What to do, about what. */
    public record Trial(String does, UUID about) {}

    public record Done(UUID id, UUID about) {}

    @POST
    @Path("/commands")
    @RolesAllowed("gateway")
    public Response run(@HeaderParam("Idempotency-Key") String key, Trial trial) {
        return idempotency.once(new Command(caller.get().credential(), key, Json.bytes(trial)), tx -> act(tx, trial));
    }

    private Object act(Tx tx, Trial trial) {
        tx.count(EFFECT, trial.does(), trial.about());
        switch (trial.does()) {
            case "refuse" -> throw Refusal.of(Code.INSUFFICIENT_POINTS, "Not enough points.");
            case "fail" -> throw new IllegalStateException("the rule is broken");
            case "fail once" -> failUnlessSeen(tx, trial);
            case "take long" -> takeLong();
            default -> {}
        }
        return new Done(UUID.randomUUID(), trial.about());
    }

    /** The first time round, a neighbour has not written what the second finds. */
    private void failUnlessSeen(Tx tx, Trial trial) {
        String name = trial.about().toString();
        if (tx.rows("select from met where name = $1", name).size() > 0) return;
        database.inTransaction(other -> other.count("insert into met values ($1, 1)", name));
        throw new IllegalStateException("not yet");
    }

    private void takeLong() {
        inside.countDown();
        try {
            if (!goOn.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("nobody let it go on");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @GET
    @Path("/forgotten")
    public String nobodySaidWhoMay() {
        return "open to all";
    }

    @GET
    @Path("/own")
    @RolesAllowed("gateway")
    public String forTheGateway() {
        return caller.get().credential();
    }

    CountDownLatch inside() {
        return inside;
    }

    CountDownLatch goOn() {
        return goOn;
    }
}
