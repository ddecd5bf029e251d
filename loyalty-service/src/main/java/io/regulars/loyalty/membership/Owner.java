package io.regulars.loyalty.membership;

import java.util.UUID;

/** A membership by its name: who, in which programme. */
public record Owner(UUID customerId, String programme) {}
