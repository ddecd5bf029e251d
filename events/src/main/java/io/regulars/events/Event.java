package io.regulars.events;

import java.time.Instant;
import java.util.UUID;

/** Something that happened, told once and never changed. Its JSON carries no personal data, save in {@link Intake}. */
public sealed interface Event permits Intake, TouchpointEvent, MembershipEvent, EngagementEvent {

    /** What the fact is about and is partitioned by: the customer, or the receipt when nobody was named on it. */
    UUID subject();

    /** When it happened in the world, as told by whoever was there; never used to order facts. */
    Instant occurredAt();
}
