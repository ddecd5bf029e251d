package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import java.time.Instant;

/** One member while a command works on them: what was due by now has happened, and what is said is collected. */
public record MemberAtHand(Member member, Rulebook rules, Facts facts, Cause cause) {

    /** The version in force now. */
    public ProgrammeVersion version() {
        return rules.at(member.membership().programme(), now());
    }

    public Instant now() {
        return cause.recordedAt();
    }

    public void say(MembershipEvent fact) {
        facts.say(fact, cause);
    }

    /** The tier follows. */
    public void settle() {
        member.settle(now()).ifPresent(this::say);
    }

    public MemberAtHand mustNotHaveLeft() {
        if (member.membership().hasLeft()) throw Refusal.of(Code.CONFLICT, "This member has left the programme.");
        return this;
    }

    MemberAtHand reached() {
        member.reach(now(), cause, rules).forEach(this::say);
        settle();
        return this;
    }
}
