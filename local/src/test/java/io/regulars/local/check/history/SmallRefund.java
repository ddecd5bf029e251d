package io.regulars.local.check.history;

import io.regulars.events.Refund;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A refund as a small loyalty remembers it. */
final class SmallRefund {
    final UUID id;
    final UUID original;
    final Refund refund;
    final Said said;
    final boolean once;
    UUID charged;
    String state;
    long taken;

    final boolean whole;

    /** A void. */
    SmallRefund(Said said) {
        Instant at = Instant.parse(said.body().get("voiding").get("occurredAt").asText());
        this.id = said.id("voidId");
        this.original = said.id("purchaseId");
        this.refund = new Refund(null, null, null, null, at, null, null, null, List.of(), null);
        this.said = said;
        this.once = false;
        this.whole = true;
    }

    SmallRefund(Said said, Refund refund, boolean once) {
        this.whole = false;
        this.id = said.id("refundId");
        this.original = said.body().hasNonNull("originalId") ? said.id("originalId") : null;
        this.refund = refund;
        this.said = said;
        this.once = once;
    }

    /** Without an original: what the same money earns. */
    List<Given> awards() {
        long points = refund.total() / 100;
        return points == 0 ? List.of() : List.of(Given.of(1, -points));
    }
}
