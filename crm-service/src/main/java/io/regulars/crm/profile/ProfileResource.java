package io.regulars.crm.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.crm.profile.ChangeProfile.Changed;
import io.regulars.crm.profile.ChangeProfile.Wish;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.marks.Marks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;

/** Where birthday and attributes of a customer are said and taken back, by a JSON Merge Patch. */
@Path("/v1/customers/{id}")
public class ProfileResource {

    private final ChangeProfile changeProfile;
    private final CurrentCaller caller;
    private final JournalReader journal;

    ProfileResource(ChangeProfile changeProfile, CurrentCaller caller, JournalReader journal) {
        this.changeProfile = changeProfile;
        this.caller = caller;
        this.journal = journal;
    }

    /** The profile as it is now. */
    public record Shown(UUID customerId, Birthday birthday, Map<String, String> attributes) {}

    @PATCH
    @RolesAllowed("gateway")
    public Response change(@HeaderParam("traceparent") String traceparent, @PathParam("id") String id, JsonNode patch) {
        Changed changed = changeProfile.change(
                id, new Wish(patch, caller.get().credential(), Source.of(caller.get()), traceparent));
        Profile profile = changed.profile();
        Shown shown = new Shown(changed.customerId(), Birthday.of(profile.birthday()), profile.attributes());
        return Response.ok(shown)
                .header(Marks.HEADER, journal.marks().toString())
                .build();
    }
}
