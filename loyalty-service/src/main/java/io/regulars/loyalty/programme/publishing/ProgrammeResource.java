package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.publishing.AcceptDocument.Accepted;
import io.regulars.loyalty.programme.publishing.DraftProgramme.Drafted;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.http.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Writing a version of a programme, and putting it into force. */
@Path("/v1/programmes")
public class ProgrammeResource {

    private final AcceptDocument accept;
    private final DraftProgramme draft;
    private final PublishProgramme publish;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    ProgrammeResource(
            AcceptDocument accept,
            DraftProgramme draft,
            PublishProgramme publish,
            Idempotency idempotency,
            CurrentCaller caller) {
        this.accept = accept;
        this.draft = draft;
        this.publish = publish;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    private record Saving(String draft) {}

    private record Publishing(String publish, int number, Instant inForceFrom) {}

    /** @param inForceFrom left out: now */
    public record When(Instant inForceFrom) {}

    /** The id is in the document; it is checked as a whole, and with {@code dryRun} nothing else happens. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml"})
    @RolesAllowed("gateway")
    public Response draft(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            byte[] body) {
        Accepted document = accept.accept(body);
        Drafted checked = draft.checked(document);
        if (dryRun) return Response.ok(checked, MediaType.APPLICATION_JSON).build();
        String author = caller.get().credential();
        Response answer = idempotency.once(
                Keyed.command(author, key, new Saving(document.text())),
                tx -> draft.draft(tx, document.text(), author, checked));
        if (answer.getStatus() != 200) return answer;
        return Response.fromResponse(answer).status(Response.Status.CREATED).build();
    }

    @POST
    @Path("/{id}/versions/{number}/publish")
    @RolesAllowed("gateway")
    public Response publish(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @PathParam("number") int number,
            When when) {
        String approver = caller.get().credential();
        Instant from = when == null ? null : when.inForceFrom();
        return idempotency.once(
                Keyed.command(approver, key, new Publishing(id, number, from)),
                tx -> publish.publish(tx, id, number, from, approver));
    }
}
