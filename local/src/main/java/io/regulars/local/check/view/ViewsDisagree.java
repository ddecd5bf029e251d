package io.regulars.local.check.view;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;

/** Tables of one service that do not say what another service's facts or tables say. */
public final class ViewsDisagree {
    private ViewsDisagree() {}

    public static Finding find(Evidence evidence) {
        Tally tally = new Tally("views disagreeing");
        new TimelineOfCrm(evidence, tally).compare();
        new ReceiptsOfCrm(evidence, tally).compare();
        new ReceiptsOfLoyalty(evidence, tally).compare();
        new ShoppersOfEngagement(evidence, tally).compare();
        return tally.finding();
    }
}
