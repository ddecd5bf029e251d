package io.regulars.crm.touchpoint;

import io.regulars.crm.customer.Identities;
import io.regulars.crm.customer.Identities.Identified;
import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.events.Touchpoint;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Records each touchpoint once, under the customer it names. */
public final class RecordTouchpoints {

    private final Set<UUID> known;
    private final Identities identities;
    private final Facts facts;
    private final List<Recorded> added = new ArrayList<>();

    RecordTouchpoints(Set<UUID> known, Identities identities, Facts facts) {
        this.known = new HashSet<>(known);
        this.identities = identities;
        this.facts = facts;
    }

    record Recorded(UUID id, UUID customerId, UUID side, Touchpoint touchpoint, Instant recordedAt) {}

    public void touchpoint(TouchpointPosted posted, Cause cause) {
        UUID id = posted.touchpointId();
        if (!known.add(id)) return;
        Touchpoint touchpoint = posted.touchpoint();
        Identified who = identities.identify(
                touchpoint.customer(),
                new Sighting(id, "touchpoint", touchpoint.occurredAt(), cause, touchpoint.store()));
        added.add(new Recorded(id, who.customerId(), who.side(), touchpoint, cause.recordedAt()));
        // A contact nobody is known by concerns nobody: there is no customer to tell it about, and no receipt to
        // claim later. It is kept here for reports and stays out of the facts.
        if (who.customerId() == null) return;
        facts.say(
                new TouchpointRecorded(
                        id,
                        who.customerId(),
                        who.identifierRef(),
                        touchpoint.type(),
                        touchpoint.channel(),
                        touchpoint.store(),
                        TellableRules.purchaseId(touchpoint.data()),
                        TellableRules.rating(touchpoint.data()),
                        touchpoint.occurredAt()),
                cause);
    }

    List<Recorded> added() {
        return added;
    }
}
