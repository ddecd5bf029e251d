package io.regulars.gateway.time;

import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Where replay and demo set the time; an installation that goes by the machine's clock has no such place. */
@Path("/v1/clock")
public class ClockResource {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

    private final Commands commands;
    private final ClockTopic topic;
    private final Clock clock;
    private final boolean told;

    ClockResource(
            Commands commands, ClockTopic topic, Clock clock, @ConfigProperty(name = "regulars.clock") String kind) {
        this.commands = commands;
        this.topic = topic;
        this.clock = clock;
        this.told = kind.equals("topic");
    }

    public record Setting(Instant now) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "setClock", summary = "Moves the suite's clock forward; in replay and demo only")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Setting.class)))
    public CompletionStage<Response> set(@Context RoutingContext context) {
        if (!told) throw Refusal.of(Code.NOT_FOUND, "This installation goes by the machine's clock.");
        return commands.take(context.request(), Setting.class, ClockResource::check, this::tell);
    }

    private static void check(Flaws flaws, Setting setting) {
        if (setting.now() == null) flaws.check("is required", "/now");
    }

    /** What is posted after the answer is judged by the new time, so this gateway must have heard it itself. */
    private void awaitHeard(Instant told) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (clock.now().isBefore(told)) {
            if (System.nanoTime() > end) {
                throw Refusal.of(Code.UNAVAILABLE, "The time is told and not heard here yet. Set it again.");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Response tell(Setting setting) {
        if (setting.now().isBefore(clock.now())) throw Refusal.invalid("/now", "The clock only moves forward.");
        topic.tell(setting.now());
        awaitHeard(setting.now());
        return Response.ok(Json.bytes(new TimeResource.Now(setting.now())))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
