package io.regulars.gateway.merge;

import io.regulars.gateway.merge.ProposedMergeResource.Ruling;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;

/** What staff say of two members who turned out to be one needs a reason. */
final class RulingRules {

    private static final int LONGEST_REASON = 500;

    private RulingRules() {}

    static void check(Flaws flaws, Ruling ruling) {
        String reason = ruling.reason();
        boolean missing = reason == null || reason.isBlank();
        flaws.check(missing ? "is required" : TextRules.freeText(reason, LONGEST_REASON), "/reason");
    }
}
