package io.regulars.platform.marks;

import io.regulars.platform.journal.JournalReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Translates what this service has heard into what it has said: once it has read as far, how far its facts are. */
@Path("/internal/marks")
public class MarksResource {

    private final JournalReader journal;

    MarksResource(JournalReader journal) {
        this.journal = journal;
    }

    @GET
    @WaitsForMarks
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed("gateway")
    public String marks() {
        return journal.marks().toString();
    }
}
