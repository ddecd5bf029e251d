package io.regulars.local.check.count.kinship;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Kinship;
import io.regulars.local.check.evidence.Spine;
import java.util.BitSet;

/**
 * Facts told of a customer who was ever merged that no timeline of hers or of those she was one with shows, that stand under
 * somebody else, or that stand on another side than the identifier's they carry. So the count before a merge is the count
 * after it, and after it is undone.
 */
public final class TimelineLosses {
    private final Evidence evidence;
    private final Tally tally = new Tally("timeline losses");
    private final int[] families;
    private final Index<Kinship.Line> lines;

    private TimelineLosses(Evidence evidence) {
        this.evidence = evidence;
        this.families = evidence.crm.kinship.families(evidence.ids);
        this.lines = Index.of(evidence.crm.kinship.lines, Kinship.Line::event, evidence.ids);
    }

    public static Finding find(Evidence evidence) {
        TimelineLosses losses = new TimelineLosses(evidence);
        if (evidence.crm.kinship.merges.size() == 0) return losses.tally.finding();
        losses.told();
        losses.shown();
        losses.named();
        return losses.tally.finding();
    }

    private void told() {
        BitSet met = new BitSet();
        for (FactTopic topic : FactTopic.values()) {
            for (Spine.Delivery each : evidence.spine.deliveries.get(topic)) {
                if (families[each.subject()] == 0 || met.get(each.event())) continue;
                met.set(each.event());
                if (lines.has(each.event())) continue;
                tally.wrong("event %s of %s is on no timeline", evidence.id(each.event()), evidence.id(each.subject()));
            }
        }
    }

    private void shown() {
        BitSet met = new BitSet();
        for (Kinship.Line each : evidence.crm.kinship.lines) {
            if (met.get(each.event())) tally.wrong("event %s is on two timelines", evidence.id(each.event()));
            met.set(each.event());
            if (families[each.side()] != families[each.subject()]) {
                tally.wrong(
                        "event %s of %s is shown under a stranger, %s",
                        evidence.id(each.event()), evidence.id(each.subject()), evidence.id(each.side()));
            }
        }
    }

    private void named() {
        Index<Kinship.Owner> owners = Index.of(evidence.crm.kinship.owners, Kinship.Owner::ref, evidence.ids);
        for (Facts.Named each : evidence.facts.named) {
            Kinship.Line line = lines.get(each.event());
            if (line == null) continue;
            int owner = families[each.ref()] != 0
                    ? each.ref()
                    : owners.has(each.ref()) ? owners.get(each.ref()).customer() : 0;
            if (owner != 0 && families[owner] == families[line.subject()] && owner != line.side()) {
                tally.wrong(
                        "event %s stands with %s, and the identifier it carries is of %s",
                        evidence.id(each.event()), evidence.id(line.side()), evidence.id(owner));
            }
        }
    }
}
