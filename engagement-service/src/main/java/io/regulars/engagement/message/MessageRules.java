package io.regulars.engagement.message;

import io.regulars.engagement.template.Occasion;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.TierChanged;

/** What the brand says when something happens to a member, and what it would rather not say. */
public final class MessageRules {

    private MessageRules() {}

    /** To say something, or to keep quiet for a reason. */
    public sealed interface Answer {
        Occasion occasion();

        record Say(Occasion occasion, String programme, String tier) implements Answer {}

        record KeepQuiet(Occasion occasion, String reason) implements Answer {}
    }

    public static Answer to(MemberEnrolled enrolled) {
        return new Answer.Say(Occasion.WELCOME, enrolled.programme(), enrolled.tier());
    }

    /** A rise is congratulated; nobody is written to about a fall. */
    public static Answer to(TierChanged moved, boolean rise) {
        return rise
                ? new Answer.Say(Occasion.TIER_REACHED, moved.programme(), moved.to())
                : new Answer.KeepQuiet(Occasion.TIER_REACHED, "tierLowered");
    }
}
