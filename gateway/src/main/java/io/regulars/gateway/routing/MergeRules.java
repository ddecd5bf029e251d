package io.regulars.gateway.routing;

import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.gateway.routing.MergeResource.Merging;
import io.regulars.gateway.routing.MergeResource.Two;
import io.regulars.gateway.routing.MergeResource.Unmerging;
import io.regulars.platform.http.Refusal;

/** What has to stand in a word about two customers; whether they can be one is decided where customers are known. */
final class MergeRules {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 300;

    private MergeRules() {}

    static void check(Flaws flaws, Merging merging) {
        flaws.check(whyNobody(merging.with()), "/with");
        flaws.check(whyNotReason(merging.reason()), "/reason");
    }

    static void check(Flaws flaws, Two two) {
        flaws.check(whyNobody(two.with()), "/with");
        if (two.reason() != null) flaws.check(whyNotReason(two.reason()), "/reason");
    }

    static void check(Flaws flaws, Unmerging unmerging) {
        flaws.check(unmerging.mergeId() == null ? "is required" : null, "/mergeId");
        flaws.check(whyNotReason(unmerging.reason()), "/reason");
    }

    private static String whyNobody(String with) {
        if (with == null) return "is required";
        try {
            Customers.segment(with);
            return TextRules.text(with, LONGEST_NAME);
        } catch (Refusal nobody) {
            return "must be an id, card:… or external:…";
        }
    }

    private static String whyNotReason(String reason) {
        return reason == null ? "is required" : TextRules.freeText(reason, LONGEST_REASON);
    }
}
