package io.regulars.crm.merge;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Idempotency.Command;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where staff say that two customers are one, and that they are not. */
@Path("/v1/customers/{id}")
public class MergeResource {

    private static final int LONGEST_REASON = 500;

    private final MergeCustomers merging;
    private final UnmergeCustomers unmerging;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

    MergeResource(
            MergeCustomers merging,
            UnmergeCustomers unmerging,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.merging = merging;
        this.unmerging = unmerging;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param with who is merged: an id, {@code card:…} or {@code external:…}; @param reason for whoever asks later */
    public record Merging(String with, String reason) {}

    public record Unmerging(UUID mergeId, String reason) {}

    private record Asked(String what, String customer, Record request) {}

    @POST
    @Path("/merge")
    @RolesAllowed("gateway")
    public Response merge(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("id") String id,
            Merging request) {
        checkWith(request);
        reason(request.reason());
        String by = caller.get().credential();
        Cause cause = cause(traceparent);
        MergeCustomers.Wish wish = new MergeCustomers.Wish(id, request.with(), request.reason(), by);
        return idempotency.once(
                command(by, key, new Asked("merge", id, request)), tx -> merging.merge(tx, wish, cause));
    }

    @POST
    @Path("/unmerge")
    @RolesAllowed("gateway")
    public Response unmerge(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("id") String id,
            Unmerging request) {
        if (request == null || request.mergeId() == null) {
            throw Refusal.invalid("/mergeId", "Say which merge is to be undone.");
        }
        reason(request.reason());
        String by = caller.get().credential();
        Cause cause = cause(traceparent);
        UnmergeCustomers.Wish wish = new UnmergeCustomers.Wish(id, request.mergeId(), request.reason(), by);
        return idempotency.once(
                command(by, key, new Asked("unmerge", id, request)), tx -> unmerging.unmerge(tx, wish, cause));
    }

    static void checkWith(Merging request) {
        if (request == null || request.with() == null || request.with().isBlank()) {
            throw Refusal.invalid("/with", "Say who is to be merged: an id, card:… or external:….");
        }
    }

    private static void reason(String reason) {
        boolean fits = reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON;
        if (!fits) throw Refusal.invalid("/reason", "Say why, in 1 to " + LONGEST_REASON + " characters.");
    }

    /** The database keeps microseconds, and what it keeps is what is told. */
    private Cause cause(String traceparent) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        return Cause.command(ids.generate(), now, traceparent);
    }

    private static Command command(String credential, String key, Asked asked) {
        try {
            return new Command(
                    credential, key, MessageDigest.getInstance("SHA-256").digest(Json.bytes(asked)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
