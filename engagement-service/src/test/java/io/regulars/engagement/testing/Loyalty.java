package io.regulars.engagement.testing;

import io.regulars.events.EngagementEvent;
import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.platform.testing.Listener;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.wire.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Speaks as loyalty-service would, and hears what engagement-service says back. */
public final class Loyalty {

    public static final Instant NOW = Instant.parse("2026-11-21T10:15:00Z");

    private Loyalty() {}

    public static Envelope says(MembershipEvent fact) {
        return Speaker.say(Topic.MEMBERSHIPS, fact, NOW);
    }

    public static MemberEnrolled enrolled(UUID customer) {
        return new MemberEnrolled(customer, "regulars", NOW, NOW, "store", "2026-1", "bronze", NOW);
    }

    public static TierChanged moved(UUID customer, String from, String to, long spend) {
        return new TierChanged(customer, "regulars", from, to, spend, null, NOW);
    }

    public static PurchaseAssessed assessed(UUID customer, long earned, long balance) {
        Points points = new Points(earned, 0, balance);
        return new PurchaseAssessed(
                UUID.randomUUID(), customer, Outcome.EARNED, "regulars", List.of(), points, "bronze", NOW);
    }

    /** Everything engagement said about a customer, in order. */
    public static List<EngagementEvent> heardOf(UUID customer) {
        return Listener.all(Topic.ENGAGEMENTS, EngagementEvent.class).stream()
                .filter(fact -> fact.customerId().equals(customer))
                .toList();
    }
}
