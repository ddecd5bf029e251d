package io.regulars.local.check.view;

import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Spine;
import java.util.BitSet;

/** The timeline shows every fact of every topic, and nothing else. */
final class TimelineOfCrm {
    private final Evidence evidence;
    private final Tally tally;
    private final long[] told;

    TimelineOfCrm(Evidence evidence, Tally tally) {
        this.evidence = evidence;
        this.tally = tally;
        this.told = new long[evidence.ids.size()];
    }

    void compare() {
        for (FactTopic topic : FactTopic.values()) {
            for (Spine.Delivery each : evidence.spine.deliveries.get(topic)) told[each.event()] = each.shown();
        }
        BitSet shown = new BitSet();
        for (Crm.TimelineLine line : evidence.crm.timeline) {
            shown.set(line.event());
            if (told[line.event()] == 0) {
                tally.wrong("crm.timeline shows %s, which nobody said", evidence.id(line.event()));
            } else if (told[line.event()] != line.shown()) {
                tally.wrong("crm.timeline shows %s otherwise than it was said", evidence.id(line.event()));
            }
        }
        for (int event = 1; event < told.length; event++) {
            if (told[event] != 0 && !shown.get(event)) tally.wrong("crm.timeline lacks event %s", evidence.id(event));
        }
        members();
    }

    private void members() {
        Index<Crm.TimelineMember> since =
                Index.of(evidence.crm.timelineMembers, Crm.TimelineMember::customer, evidence.ids);
        for (Loyalty.Member member : evidence.loyalty.members) {
            if (evidence.loyalty.families.has(member.customer())) continue;
            Crm.TimelineMember line = since.get(member.customer());
            if (line == null || !Micros.same(line.since(), member.countsFrom())) {
                tally.wrong("crm.timeline_member of %s and loyalty.membership", evidence.id(member.customer()));
            }
        }
    }
}
