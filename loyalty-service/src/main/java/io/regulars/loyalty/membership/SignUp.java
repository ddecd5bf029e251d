package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.assessment.AwardContact;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.terms.MembershipRules;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is given for signing up, by the rules of the moment it happened. */
final class SignUp {

    private SignUp() {}

    /** @param memberBefore somebody comes back */
    static List<MembershipEvent> in(
            OpenBook book, Member member, Instant enrolledAt, boolean memberBefore, Cause cause) {
        ProgrammeVersion version = book.rules().at(member.membership().programme(), enrolledAt);
        if (!MembershipRules.isSignUp(memberBefore, version)) return List.of();
        Happening signUp = Happening.contact(EarningRule.SIGN_UP, enrolledAt, version.zone(), Map.of());
        return AwardContact.in(book, member, signUp, cause);
    }
}
