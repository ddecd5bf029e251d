package io.regulars.engagement.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.regulars.engagement.message.MessageRules.Answer;
import io.regulars.engagement.template.Occasion;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private final UUID ana = UUID.randomUUID();
    private final TierChanged moved = new TierChanged(ana, "regulars", "bronze", "silver", 50_000, null, NOW);

    @Test
    void whoever_joins_is_welcomed() {
        MemberEnrolled enrolled = new MemberEnrolled(ana, "regulars", NOW, NOW, "app", "1", "bronze", NOW);

        assertEquals(new Answer.Say(Occasion.WELCOME, "regulars", "bronze"), MessageRules.to(enrolled));
    }

    @Test
    void a_rise_is_congratulated_with_the_tier_that_was_reached() {
        assertEquals(new Answer.Say(Occasion.TIER_REACHED, "regulars", "silver"), MessageRules.to(moved, true));
    }

    @Test
    void nobody_is_written_to_about_a_fall() {
        assertEquals(new Answer.KeepQuiet(Occasion.TIER_REACHED, "tierLowered"), MessageRules.to(moved, false));
    }

    @Test
    void nobody_is_written_to_whose_status_lets_nothing_be_sent() {
        MemberEnrolled enrolled = new MemberEnrolled(ana, "regulars", NOW, NOW, "app", "1", "bronze", false, NOW);

        assertEquals(new Answer.KeepQuiet(Occasion.WELCOME, "memberStatus"), MessageRules.to(enrolled));
        assertEquals(
                new Answer.KeepQuiet(Occasion.TIER_REACHED, "memberStatus"), MessageRules.to(moved.told(false), true));
        assertEquals(
                new Answer.Say(Occasion.TIER_REACHED, "regulars", "silver"), MessageRules.to(moved.told(true), true));
    }

    @Test
    void the_same_cause_makes_the_same_message_and_another_another() {
        Cause cause = Cause.command(UUID.randomUUID(), NOW);
        Answer answer = MessageRules.to(moved, true);

        UUID first = new SayMessages.Reply(ana, cause, answer).messageId();
        assertEquals(first, new SayMessages.Reply(ana, cause, answer).messageId());
        assertNotEquals(first, new SayMessages.Reply(ana, Cause.command(UUID.randomUUID(), NOW), answer).messageId());
    }
}
