package io.regulars.loyalty.merge;

import io.regulars.loyalty.adjustment.AdjustmentRules;
import io.regulars.loyalty.adjustment.Asking;
import io.regulars.loyalty.merge.Merges.Decision;
import io.regulars.loyalty.merge.Merges.Merge;
import io.regulars.loyalty.points.NumberCursor;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.publishing.Keyed;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two members who turned out to be one wait here for staff. */
@Path("/v1/members/merges")
public class MergeResource {

    private final Database database;
    private final Programmes programmes;
    private final Merges merges;
    private final ReadMerge readMerge;
    private final DecideMerge decideMerge;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    MergeResource(
            Database database,
            Programmes programmes,
            Merges merges,
            ReadMerge readMerge,
            DecideMerge decideMerge,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.database = database;
        this.programmes = programmes;
        this.merges = merges;
        this.readMerge = readMerge;
        this.decideMerge = decideMerge;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    public record Word(String reason) {}

    /** @param memberships what would become of them; empty once it is decided */
    public record Shown(Merge merge, List<MergePreview> memberships) {}

    public record Page(List<Shown> data, String next) {}

    private record Decided(UUID mergeId, boolean accepted, Word word) {}

    @GET
    @RolesAllowed("gateway")
    public Page list(@QueryParam("limit") @DefaultValue("20") int limit, @QueryParam("cursor") String cursor) {
        NumberCursor.checkLimit(limit);
        UUID after = after(cursor);
        Instant now = clock.now();
        return database.inTransaction(tx -> {
            Rulebook rules = programmes.judging(tx);
            List<Merge> found = merges.proposed(tx, after, limit + 1);
            List<Shown> shown = found.stream()
                    .limit(limit)
                    .map(merge -> shown(tx, merge, rules, now))
                    .toList();
            boolean more = found.size() > limit;
            String next = more ? found.get(limit - 1).mergeId().toString() : null;
            return new Page(shown, next);
        });
    }

    private static UUID after(String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalid("/cursor", "This is not a cursor we gave.");
        }
    }

    private Shown shown(Tx tx, Merge merge, Rulebook rules, Instant now) {
        return new Shown(merge, readMerge.of(tx, merge.survivorId(), merge.mergedId(), rules, now));
    }

    @POST
    @Path("/{mergeId}/accept")
    @RolesAllowed("gateway")
    public Response accept(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("mergeId") UUID mergeId,
            Word word) {
        return decide(key, traceparent, new Decided(mergeId, true, word));
    }

    @POST
    @Path("/{mergeId}/refuse")
    @RolesAllowed("gateway")
    public Response refuse(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("mergeId") UUID mergeId,
            Word word) {
        return decide(key, traceparent, new Decided(mergeId, false, word));
    }

    private Response decide(String key, String traceparent, Decided decided) {
        String reason = Optional.ofNullable(decided.word()).map(Word::reason).orElse(null);
        Asking.refuse("/reason", AdjustmentRules.reason(reason));
        String by = caller.get().credential();
        Instant now = clock.now();
        Cause cause = Cause.command(UUID.randomUUID(), now, traceparent);
        return idempotency.once(Keyed.command(by, key, decided), tx -> {
            Decision decision = new Decision(by, now, reason);
            return new Shown(decideMerge.decide(tx, decided.mergeId(), decided.accepted(), decision, cause), List.of());
        });
    }
}
