package io.regulars.platform.view;

import io.regulars.platform.health.Standing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The views of this service, for operators: how they stand, and building one anew. */
@Path("/internal/views")
@Produces(MediaType.APPLICATION_JSON)
public class ViewResource {

    private final Standing standing;
    private final RebuildView rebuild;

    ViewResource(Standing standing, RebuildView rebuild) {
        this.standing = standing;
        this.rebuild = rebuild;
    }

    @GET
    @RolesAllowed("gateway")
    public Map<String, Standing.Of> all() {
        return standing.parts();
    }

    /**
     * Answers once it is done; a long history takes long, and so does the answer. A view that came out otherwise than
     * the live one replaces it only with {@code ?force=true}.
     */
    @POST
    @Path("/{name}/rebuild")
    @RolesAllowed({"gateway", "operator"})
    public RebuildView.Rebuilt rebuild(
            @PathParam("name") String name, @QueryParam("force") @DefaultValue("false") boolean force) {
        return rebuild.rebuild(name, force);
    }
}
