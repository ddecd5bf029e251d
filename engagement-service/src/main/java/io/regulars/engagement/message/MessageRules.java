package io.regulars.engagement.message;

import io.regulars.engagement.shopper.ShopperRules;
import io.regulars.engagement.template.Occasion;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.TierChanged;

/** What the brand says when something happens to a member, and what it would rather not say. */
public final class MessageRules {

    /** Who is blocked, closed, deceased, or of another status that the programme has nothing sent to. */
    public static final String NOT_TO_THIS_STATUS = "memberStatus";

    private MessageRules() {}

    /** To say something, or to keep quiet for a reason. */
    public sealed interface Answer {
        Occasion occasion();

        record Say(Occasion occasion, String programme, String tier) implements Answer {}

        record KeepQuiet(Occasion occasion, String reason) implements Answer {}
    }

    public static Answer to(MemberEnrolled enrolled) {
        if (!ShopperRules.mayBeSent(enrolled.beSent())) {
            return new Answer.KeepQuiet(Occasion.WELCOME, NOT_TO_THIS_STATUS);
        }
        return new Answer.Say(Occasion.WELCOME, enrolled.programme(), enrolled.tier());
    }

    /** A rise is congratulated; nobody is written to about a fall. */
    public static Answer to(TierChanged moved, boolean rise) {
        if (!rise) return new Answer.KeepQuiet(Occasion.TIER_REACHED, "tierLowered");
        if (!ShopperRules.mayBeSent(moved.beSent())) {
            return new Answer.KeepQuiet(Occasion.TIER_REACHED, NOT_TO_THIS_STATUS);
        }
        return new Answer.Say(Occasion.TIER_REACHED, moved.programme(), moved.to());
    }
}
