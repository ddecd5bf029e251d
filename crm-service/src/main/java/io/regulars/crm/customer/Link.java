package io.regulars.crm.customer;

import io.regulars.crm.identifier.Identifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An identifier and the customer it was first known of, with the days on which it was shown first and last. */
final class Link {

    final Identifier identifier;
    final UUID ref;
    final UUID customerId;
    final String source;
    final boolean isNew;
    /** Who that customer is by merges. */
    UUID root;

    LocalDate firstSeen;
    LocalDate lastSeen;
    boolean widened;
    String raw;
    Instant verifiedAt;

    private Link(Identifier identifier, UUID ref, UUID customerId, String source, boolean isNew, LocalDate day) {
        this.identifier = identifier;
        this.ref = ref;
        this.customerId = customerId;
        this.source = source;
        this.isNew = isNew;
        this.root = customerId;
        this.firstSeen = day;
        this.lastSeen = day;
    }

    static Link made(Identifier identifier, UUID ref, UUID customerId, String source, LocalDate day) {
        return new Link(identifier, ref, customerId, source, true, day);
    }

    static Link stored(Identifier identifier, UUID ref, UUID customerId, LocalDate firstSeen, LocalDate lastSeen) {
        Link link = new Link(identifier, ref, customerId, null, false, firstSeen);
        link.lastSeen = lastSeen;
        return link;
    }

    /** @param typed the text it was typed as, where that is another one; {@code proven}: when its owner proved it */
    Link kept(String typed, Instant proven) {
        raw = typed;
        verifiedAt = proven;
        return this;
    }

    /** Its owner showed that it is hers; proven once, it stays so. */
    void proven(Instant at) {
        if (verifiedAt != null) return;
        verifiedAt = at;
        widened = true;
    }

    Link under(UUID survivor) {
        root = survivor;
        return this;
    }

    Whose whose() {
        return new Whose(customerId, root);
    }

    /** Receipts come late and out of order: the days only ever grow apart, whatever order they are told in. */
    void seenOn(LocalDate day) {
        if (day.isBefore(firstSeen)) {
            firstSeen = day;
            widened = true;
        }
        if (day.isAfter(lastSeen)) {
            lastSeen = day;
            widened = true;
        }
    }
}
