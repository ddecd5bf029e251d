package io.regulars.gateway.time;

import io.regulars.platform.clock.Clock;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What time it is here, for tills that are not sure. */
@Path("/v1/time")
public class TimeResource {

    private final Clock clock;

    TimeResource(Clock clock) {
        this.clock = clock;
    }

    public record Now(Instant now) {}

    @GET
    @PermitAll
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getTime", summary = "The suite's time")
    public Now now() {
        return new Now(clock.now());
    }
}
