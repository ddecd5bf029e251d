package io.regulars.platform.view;

import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Notes every membership fact once; its rule throws for the subjects it is told to choke on. */
@ApplicationScoped
public class NotingView implements View {

    private static final String NOTE = "insert into noted (event_id, subject, seq) values ($1, $2, $3)";

    private final Set<UUID> chokesOn = ConcurrentHashMap.newKeySet();

    Set<UUID> chokesOn() {
        return chokesOn;
    }

    @Override
    public String name() {
        return "noting";
    }

    @Override
    public Set<Topic> follows() {
        return Set.of(Topic.MEMBERSHIPS);
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        for (Told told : batch) {
            if (told.event() instanceof TierChanged tier && chokesOn.contains(tier.customerId())) {
                throw new IllegalStateException("the rule cannot take " + tier.from());
            }
            tx.send(NOTE, told.eventId(), told.event().subject(), told.seq());
        }
    }
}
