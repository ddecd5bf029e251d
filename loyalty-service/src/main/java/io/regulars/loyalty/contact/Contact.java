package io.regulars.loyalty.contact;

import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.document.Deeds;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * Something a customer did, or that happened to them, beside buying.
 *
 * @param name as programmes call it
 * @param purchaseId the purchase it is about, or null
 * @param rating null where none was given
 */
public record Contact(
        UUID touchpointId,
        UUID customerId,
        String name,
        String store,
        String channel,
        UUID purchaseId,
        Integer rating,
        Instant occurredAt,
        Instant recordedAt) {

    public static Contact of(TouchpointRecorded fact, Cause cause) {
        return new Contact(
                fact.touchpointId(),
                fact.customerId(),
                Deeds.named(fact.type()),
                fact.store(),
                fact.channel(),
                fact.purchaseId(),
                fact.rating(),
                fact.occurredAt(),
                cause.recordedAt());
    }

    /** A clock that is ahead does not bring the future. */
    public Instant judgedAt() {
        return occurredAt.isAfter(recordedAt) ? recordedAt : occurredAt;
    }

    /** Points of this purchase, or of none, that were earned then may have waited for it. */
    public boolean concerns(UUID purchase, Instant earnedAt) {
        return purchaseId == null ? earnedAt.isBefore(judgedAt()) : purchaseId.equals(purchase);
    }

    /** As rules see it; a rating nobody gave is 0. */
    public Happening happening(ZoneId zone) {
        Map<String, Long> numbers = Map.of("rating", rating == null ? 0L : (long) rating);
        return Happening.contact(name, judgedAt(), zone, store, channel, numbers);
    }
}
