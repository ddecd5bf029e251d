package io.regulars.gateway.outcome;

import io.regulars.events.MembershipEvent.PurchaseAssessed;
import java.util.UUID;

/** What became of a receipt somebody waits for. */
public sealed interface Outcome {

    record Assessed(PurchaseAssessed assessment) implements Outcome {}

    /** It was known already, with the same content: the first answer stands. */
    record Repeated(UUID receiptId) implements Outcome {}

    /** It was known already, with other content. */
    record Conflicted(UUID receiptId) implements Outcome {}
}
