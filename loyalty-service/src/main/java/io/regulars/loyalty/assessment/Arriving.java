package io.regulars.loyalty.assessment;

import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.receipt.KeptPurchase;
import java.time.Instant;

/**
 * Something of a customer that is judged as of a moment.
 *
 * @param at the moment
 */
record Arriving(Instant at, Instant occurredAt, Instant recordedAt) {

    static Arriving of(KeptPurchase purchase) {
        return new Arriving(purchase.judgedAt(), purchase.occurredAt(), purchase.recordedAt());
    }

    static Arriving of(Contact contact) {
        return new Arriving(contact.judgedAt(), contact.occurredAt(), contact.recordedAt());
    }

    boolean late() {
        return LatenessRules.isLate(occurredAt, recordedAt);
    }
}
