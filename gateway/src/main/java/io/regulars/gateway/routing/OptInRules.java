package io.regulars.gateway.routing;

import io.regulars.gateway.receipt.CustomerRules;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.gateway.routing.MemberResource.Consent;
import io.regulars.gateway.routing.MemberResource.Wish;

/** What an opt-in has to say: who, and what was agreed to. */
final class OptInRules {

    private OptInRules() {}

    static void check(Flaws flaws, Wish wish) {
        if (wish.customer() == null) flaws.check("is required", "/customer");
        CustomerRules.commanded(flaws, wish.customer());
        flaws.check(TextRules.optionalId(wish.programme()), "/programme");
        Consent consent = wish.consent();
        if (consent == null) {
            flaws.check("is required: what was agreed to", "/consent");
            return;
        }
        flaws.check(required(consent.text(), 8_000), "/consent/text");
        flaws.check(required(consent.version(), 64), "/consent/version");
        flaws.check(required(consent.channel(), 64), "/consent/channel");
    }

    private static String required(String text, int longest) {
        return text == null ? "is required" : TextRules.lines(text, longest);
    }
}
