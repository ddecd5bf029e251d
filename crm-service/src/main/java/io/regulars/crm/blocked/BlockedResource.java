package io.regulars.crm.blocked;

import io.regulars.crm.blocked.BlockValue.Wish;
import io.regulars.crm.blocked.BlockedValues.Blocked;
import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.IdentifierRules;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Where staff say that a value names nobody, such as the number of a tablet that all guests share. */
@Path("/v1/identity/blocked")
public class BlockedResource {

    private final BlockValue blockValue;
    private final CurrentCaller caller;

    BlockedResource(BlockValue blockValue, CurrentCaller caller) {
        this.blockValue = blockValue;
        this.caller = caller;
    }

    public record Said(String type, String value, String reason) {}

    /** The value itself may be somebody's: it is shown masked. */
    public record Shown(UUID blockedId, String type, String shown, String reason, String blockedBy, Instant blockedAt) {
        static Shown of(Blocked blocked) {
            Type type = blocked.identifier().type();
            return new Shown(
                    blocked.blockedId(),
                    type.wireName(),
                    IdentifierRules.masked(type, blocked.identifier().value()),
                    blocked.reason(),
                    blocked.by(),
                    blocked.at());
        }
    }

    @POST
    @RolesAllowed("gateway")
    public Shown block(Said said) {
        if (said == null || said.value() == null) throw Refusal.invalid("/value", "is required");
        if (said.reason() == null || said.reason().isBlank()) throw Refusal.invalid("/reason", "is required");
        return Shown.of(blockValue.block(new Wish(
                type(said.type()), said.value(), said.reason(), caller.get().credential())));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("gateway")
    public Shown unblock(@PathParam("id") UUID id) {
        return Shown.of(blockValue.unblock(id));
    }

    private static Type type(String named) {
        return Arrays.stream(Type.values())
                .filter(type -> type != Type.MAILBOX && type.wireName().equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("/type", "must be card, external, email, phone, device or cookie"));
    }
}
