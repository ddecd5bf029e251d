package io.regulars.platform.view;

import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What this service could not apply, for people: the list, and trying again. Bodies are not shown: they may be personal. */
@Path("/internal/parked")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {

    private static final String LIST = """
            select view, topic, partition, place, subject, type, error, parked_at from parked
            order by arrival limit 100
            """;

    private final Database database;
    private final ReplayParked replay;

    ParkedResource(Database database, ReplayParked replay) {
        this.database = database;
        this.replay = replay;
    }

    public record Parked(
            String view,
            String topic,
            int partition,
            long place,
            String subject,
            String type,
            String error,
            Instant parkedAt) {}

    public record Parkeds(List<Parked> data) {}

    public record Again(String view, String subject) {}

    @GET
    @RolesAllowed("gateway")
    public Parkeds list() {
        return database.read(sql -> {
            List<Parked> parked = new ArrayList<>();
            for (Row row : sql.rows(LIST)) {
                parked.add(new Parked(
                        row.getString("view"),
                        row.getString("topic"),
                        row.getInteger("partition"),
                        row.getLong("place"),
                        row.getString("subject"),
                        row.getString("type"),
                        row.getString("error"),
                        row.getOffsetDateTime("parked_at").toInstant()));
            }
            return new Parkeds(parked);
        });
    }

    @POST
    @Path("/replay")
    @RolesAllowed("gateway")
    public ReplayParked.Replayed replay(Again again) {
        return replay.replay(again.view(), again.subject());
    }
}
