package io.regulars.platform.view;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The door to what was parked: the list, and trying again. */
@Path("/internal/parked")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {

    private final ParkedView parked;
    private final ReplayParked replay;

    ParkedResource(ParkedView parked, ReplayParked replay) {
        this.parked = parked;
        this.replay = replay;
    }

    public record Parkeds(List<ParkedView.Parked> data) {}

    public record Again(String view, String subject) {}

    @GET
    @RolesAllowed("gateway")
    public Parkeds list() {
        return new Parkeds(parked.all());
    }

    @POST
    @Path("/replay")
    @RolesAllowed("gateway")
    public ReplayParked.Replayed replay(Again again) {
        return replay.replay(again.view(), again.subject());
    }
}
