package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.programme.document.rule.Gives.Each;
import io.regulars.loyalty.programme.rule.Gift;
import io.regulars.loyalty.programme.rule.Rule;

/** Why a rule whose conditions hold gives nothing. */
final class ExplanationOfNothing {

    private ExplanationOfNothing() {}

    static String why(Rule rule, MemberStanding member) {
        if (rule.isMultiple()) return "no base rule gave anything for its lines";
        if (!(rule.gift() instanceof Gift.Fixed gift)) return "nothing was paid that counts";
        if (gift.each() == Each.VISIT && member.sameVisit()) return "it was given for this visit already";
        return rule.written().needsBase() ? "no base rule gave anything" : "nothing that fits was bought";
    }
}
