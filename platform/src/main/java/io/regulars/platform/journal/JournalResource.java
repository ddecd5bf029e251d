package io.regulars.platform.journal;

import io.regulars.platform.wire.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** The door for readers whose topic lost something: the facts of a shard from the journal itself. */
@Path("/internal/journal")
@Produces(MediaType.APPLICATION_JSON)
public class JournalResource {

    private static final int MOST = 500;

    private final JournalReader journal;

    JournalResource(JournalReader journal) {
        this.journal = journal;
    }

    /** A page of facts; {@code body} is base64. */
    public record Page(List<Entry> facts) {}

    public record Entry(Envelope envelope, byte[] body) {}

    @GET
    @Path("/{shard}")
    @RolesAllowed({"crm", "loyalty", "engagement", "gateway"})
    public Page after(@PathParam("shard") int shard, @QueryParam("after") @DefaultValue("0") long after) {
        return new Page(journal.after(Map.of(shard, after), MOST).stream()
                .map(row -> new Entry(row.envelope(), row.body()))
                .toList());
    }
}
