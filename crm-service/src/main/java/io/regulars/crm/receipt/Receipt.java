package io.regulars.crm.receipt;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A receipt as it was first told; {@code eventId} is the record that told it.
 *
 * @param side of the customer, where a merge made that another one than the customer herself
 */
record Receipt(
        UUID id,
        Kind kind,
        Status status,
        UUID eventId,
        byte[] content,
        UUID customerId,
        UUID identifierRef,
        Instant recordedAt,
        String store,
        UUID side) {

    enum Kind {
        PURCHASE,
        REFUND,
        /** All of a purchase is undone. */
        VOID;

        private final String wireName = name().toLowerCase(Locale.ROOT);

        String wireName() {
            return wireName;
        }

        static Kind named(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    enum Status {
        APPLIED,
        /** A void, or a refund nobody was named on, whose purchase has not arrived. */
        WAITING,
        /** A purchase that is known only because its refund arrived. */
        AWAITED;

        private final String wireName = name().toLowerCase(Locale.ROOT);

        String wireName() {
            return wireName;
        }

        static Status named(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    static Receipt awaited(UUID id, Instant since) {
        return new Receipt(id, Kind.PURCHASE, Status.AWAITED, null, null, null, null, since, null, null);
    }

    /** The refund until its purchase is here. */
    Receipt waiting() {
        return new Receipt(id, kind, Status.WAITING, eventId, content, null, null, recordedAt, store, null);
    }

    boolean arrived() {
        return status != Status.AWAITED;
    }

    /** The refund once its purchase is here: it belongs to whom the purchase belongs to. */
    Receipt of(Receipt original) {
        return new Receipt(
                id,
                kind,
                Status.APPLIED,
                eventId,
                content,
                original.customerId,
                original.identifierRef,
                recordedAt,
                store == null ? original.store : store,
                original.side);
    }
}
