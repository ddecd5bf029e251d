package io.regulars.platform.journal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.regulars.events.EngagementEvent;
import io.regulars.events.Event;
import io.regulars.events.MembershipEvent;
import io.regulars.events.TouchpointEvent;
import io.regulars.events.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one transaction has to say, collected in order while it folds and appended as its last act. */
public final class Facts {

    private static final UUID NAMESPACE = UUID.fromString("6f2d7f0e-61f3-5f0b-9c36-0a4a3b5b6a11");

    private final Instant now;
    private final List<Fact> said = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final NameBasedGenerator derived = Generators.nameBasedGenerator(NAMESPACE);

    /** @param now the time at which this service records, from the suite's clock */
    public Facts(Instant now) {
        this.now = now;
    }

    public void say(Event event, Cause cause) {
        said.add(new Fact(idOf(event, cause), event, customerOf(event), cause, now));
    }

    public List<Fact> said() {
        return said;
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }

    /** The same cause always says the same facts under the same ids, however often it is applied. */
    private UUID idOf(Event event, Cause cause) {
        String name = cause.eventId() + "|" + Types.nameOf(event) + "|" + event.subject();
        int ordinal = ordinals.merge(name, 1, Integer::sum) - 1;
        return derived.generate(name + "|" + ordinal);
    }

    private static UUID customerOf(Event event) {
        if (event instanceof TouchpointEvent touchpoint) return touchpoint.customerId();
        if (event instanceof MembershipEvent membership) return membership.customerId();
        if (event instanceof EngagementEvent engagement) return engagement.customerId();
        throw new IllegalArgumentException("a journal does not carry " + Types.nameOf(event));
    }
}
