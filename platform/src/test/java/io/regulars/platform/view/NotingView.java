package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Notes every membership fact and every receipt once; its rule throws for the subjects it is told to choke on. */
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
        return Set.of(Topic.MEMBERSHIPS, Topic.INTAKE);
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        for (Told told : batch) {
            if (chokesOn.contains(told.event().subject())) throw new IllegalStateException("the rule cannot take it");
            tx.send(NOTE, told.eventId(), told.event().subject(), told.seq());
        }
    }
}
