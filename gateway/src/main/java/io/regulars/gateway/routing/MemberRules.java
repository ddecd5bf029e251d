package io.regulars.gateway.routing;

import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.gateway.routing.BenefitUseResource.Use;
import io.regulars.gateway.routing.MemberStatusResource.Wanted;
import io.regulars.gateway.routing.MemberTierResource.Given;
import io.regulars.gateway.routing.MemberTierResource.Grant;
import io.regulars.gateway.routing.MemberTierResource.Lock;
import io.regulars.platform.http.Refusal;
import java.time.LocalDate;

/** What has to stand in commands about a member; what they mean is decided where the member is. */
final class MemberRules {

    private static final int LONGEST_REASON = 500;

    private MemberRules() {}

    static void check(Flaws flaws, Grant grant) {
        flaws.check(TextRules.id(grant.tier()), "/tier");
        flaws.check(grant.why() == null ? "is required: given, statusMatch or lifetime" : null, "/why");
        flaws.check(until(grant.why(), grant.until()), "/until");
        flaws.check(whyNotReason(grant.reason()), "/reason");
    }

    private static String until(Given why, LocalDate until) {
        if (why == Given.STATUS_MATCH && until == null) return "is required for a status match";
        return why == Given.LIFETIME && until != null ? "must be left out: it is for life" : null;
    }

    static void check(Flaws flaws, Lock lock) {
        flaws.check(TextRules.id(lock.tier()), "/tier");
        flaws.check(whyNotReason(lock.reason()), "/reason");
    }

    static void check(Flaws flaws, Use use) {
        flaws.check(TextRules.optionalId(use.store()), "/store");
        flaws.check(TextRules.id(use.reference()), "/reference");
    }

    static void check(Flaws flaws, Wanted wanted) {
        String status = wanted.status() == null ? "is required: active, blocked, closed or deceased" : null;
        flaws.check(status, "/status");
        flaws.check(whyNotReason(wanted.reason()), "/reason");
    }

    static void reason(String reason) {
        String why = whyNotReason(reason);
        if (why != null) throw Refusal.invalid("/reason", why);
    }

    private static String whyNotReason(String reason) {
        return reason == null ? "is required" : TextRules.freeText(reason, LONGEST_REASON);
    }
}
