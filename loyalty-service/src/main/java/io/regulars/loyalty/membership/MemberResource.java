package io.regulars.loyalty.membership;

import io.regulars.loyalty.membership.Memberships.OptIn;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.platform.access.Caller;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Idempotency;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Opting in. */
@Path("/v1/members")
public class MemberResource {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_WORD = 64;

    private final EnrolMember enrolMember;
    private final Programmes programmes;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    MemberResource(
            EnrolMember enrolMember,
            Programmes programmes,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.enrolMember = enrolMember;
        this.programmes = programmes;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param enrolledAt when it happened, if it was not now; for {@code admin} and {@code service} only */
    public record Request(UUID customerId, String programme, Consent consent, Instant enrolledAt) {}

    public record Consent(String text, String version, String channel) {}

    @POST
    @RolesAllowed("gateway")
    public Response enrol(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            Request request) {
        Caller asking = caller.get();
        Instant now = clock.now();
        check(request, asking, now);
        Instant enrolledAt = request.enrolledAt() == null ? now : request.enrolledAt();
        Consent consent = request.consent();
        OptIn optIn = new OptIn(consent.text(), consent.version(), consent.channel(), now, asking.credential());
        Cause cause = Cause.command(UUID.randomUUID(), now, traceparent);
        String programme = programmeOf(request); // asked before: within, it could wait for a connection we hold
        return idempotency.once(
                new Idempotency.Command(asking.credential(), key, hash(request)),
                tx -> enrolMember.enrol(tx, request.customerId(), programme, enrolledAt, optIn, cause));
    }

    private String programmeOf(Request request) {
        return request.programme() == null ? programmes.now().first() : request.programme();
    }

    private void check(Request request, Caller asking, Instant now) {
        if (request == null || request.customerId() == null) throw Refusal.invalid("/customerId", "Say who opts in.");
        Consent consent = request.consent();
        if (consent == null) throw Refusal.invalid("/consent", "Say what was agreed to: text, version and channel.");
        check("/consent/text", consent.text(), LONGEST_TEXT);
        check("/consent/version", consent.version(), LONGEST_WORD);
        check("/consent/channel", consent.channel(), LONGEST_WORD);
        if (request.enrolledAt() == null) return;
        if (!asking.has("admin") && !asking.has("service")) {
            throw Refusal.of(Code.FORBIDDEN, "Only an administrator or a service may say when somebody opted in.");
        }
        if (request.enrolledAt().isAfter(now)) {
            throw Refusal.invalid("/enrolledAt", "An opt-in lies in the past or is now.");
        }
    }

    private static void check(String pointer, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw Refusal.invalid(pointer, "Between 1 and " + longest + " characters.");
        }
    }

    private static byte[] hash(Request request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Json.bytes(request));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
