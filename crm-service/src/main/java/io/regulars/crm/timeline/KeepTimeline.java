package io.regulars.crm.timeline;

import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import io.regulars.platform.view.Told;
import io.regulars.platform.view.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps the 360 timeline: a line for every fact of the suite, whatever order they come in. Says nothing itself. */
@ApplicationScoped
public class KeepTimeline implements View {

    private final Timeline timeline;

    KeepTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public Set<Topic> follows() {
        return Set.of(Topic.TOUCHPOINTS, Topic.MEMBERSHIPS, Topic.ENGAGEMENTS);
    }

    @Override
    public List<String> tables() {
        return Timeline.TABLES;
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        List<MemberEnrolled> enrolled = new ArrayList<>();
        for (Told told : batch) {
            if (told.event() instanceof MemberEnrolled member) enrolled.add(member);
        }
        timeline.add(tx, batch);
        timeline.remember(tx, enrolled);
    }
}
