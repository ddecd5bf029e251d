package io.regulars.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything crm-service tells the world, on topic {@code touchpoints}. */
public sealed interface TouchpointEvent extends Event {

    /** The customer the fact is about, or null on a receipt nobody was named on. */
    UUID customerId();

    @Override
    default UUID subject() {
        return customerId();
    }

    /** A new customer, or new identifiers of a known one; {@code ref} stands for the identifier without showing it. */
    @Type("crm.customer.identified.v1")
    record CustomerIdentified(UUID customerId, List<Identifier> identifiers, Instant occurredAt)
            implements TouchpointEvent {}

    record Identifier(String type, UUID ref) {}

    /** The identifiers of one receipt belong to several customers; the first by priority got it. */
    @Type("crm.identity.conflicted.v1")
    record IdentityConflict(UUID customerId, List<UUID> otherCustomerIds, UUID causedBy, Instant occurredAt)
            implements TouchpointEvent {}

    /**
     * {@code mergedId} is another name of {@code survivorId} from now on; what is told of it later is of the survivor.
     * Whoever does not make the two one yet knows what is of the merged one by its {@code identifierRefs}, its own ids
     * among them. Said under each of the two, with the same {@code mergeId}.
     */
    @Type("crm.customers.merged.v1")
    record CustomersMerged(
            UUID customerId,
            UUID mergeId,
            UUID survivorId,
            UUID mergedId,
            List<UUID> identifierRefs,
            Instant occurredAt)
            implements TouchpointEvent {}

    /**
     * A merge is undone: {@code restoredId} is a customer of its own again, {@code alsoRestoredIds} are other names of it,
     * and what carried one of its {@code identifierRefs} since the merge is its own. Among them are those names
     * themselves, which stand in place of a ref where a fact named her by id alone. Said under survivor and restored.
     */
    @Type("crm.customers.unmerged.v1")
    record CustomersUnmerged(
            UUID customerId,
            UUID mergeId,
            UUID survivorId,
            UUID restoredId,
            List<UUID> alsoRestoredIds,
            List<UUID> identifierRefs,
            Instant occurredAt)
            implements TouchpointEvent {}

    @Type("crm.purchase.recorded.v1")
    record PurchaseRecorded(
            UUID purchaseId,
            @MayBeMissing UUID customerId,
            @MayBeMissing UUID identifierRef,
            Purchase purchase,
            boolean ahead)
            implements TouchpointEvent {
        @Override
        public UUID subject() {
            return customerId == null ? purchaseId : customerId;
        }

        @Override
        public Instant occurredAt() {
            return purchase.occurredAt();
        }
    }

    /** {@code originalId} is the purchase undone; null when the till did not know it. */
    @Type("crm.purchase.refunded.v1")
    record PurchaseRefunded(
            UUID refundId,
            @MayBeMissing UUID originalId,
            @MayBeMissing UUID customerId,
            @MayBeMissing UUID identifierRef,
            Refund refund)
            implements TouchpointEvent {
        @Override
        public UUID subject() {
            return customerId != null ? customerId : originalId != null ? originalId : refundId;
        }

        @Override
        public Instant occurredAt() {
            return refund.occurredAt();
        }
    }

    /** A whole receipt is undone: all that still stands of it, as if it had never been. */
    @Type("crm.purchase.voided.v1")
    record PurchaseVoided(
            UUID voidId,
            UUID purchaseId,
            @MayBeMissing UUID customerId,
            @MayBeMissing UUID identifierRef,
            Voiding voiding)
            implements TouchpointEvent {
        @Override
        public UUID subject() {
            return customerId == null ? purchaseId : customerId;
        }

        @Override
        public Instant occurredAt() {
            return voiding.occurredAt();
        }
    }

    /** A receipt (purchase, refund or void) came again with the same content: no effect, counted. */
    @Type("crm.receipt.repeated.v1")
    record ReceiptRepeated(UUID receiptId, @MayBeMissing UUID customerId, Instant occurredAt)
            implements TouchpointEvent {
        @Override
        public UUID subject() {
            return customerId == null ? receiptId : customerId;
        }
    }

    /** A receipt came again with other content: the first stands, the other is listed for people to look at. */
    @Type("crm.receipt.conflicted.v1")
    record ReceiptConflicted(UUID receiptId, @MayBeMissing UUID customerId, Instant occurredAt)
            implements TouchpointEvent {
        @Override
        public UUID subject() {
            return customerId == null ? receiptId : customerId;
        }
    }

    /**
     * Any other contact; what was said in it stays in the crm under {@code touchpointId}. {@code purchaseId} is the
     * purchase it is about, {@code rating} how good the customer found it, from 0 to 100.
     */
    @Type("crm.touchpoint.recorded.v1")
    record TouchpointRecorded(
            UUID touchpointId,
            UUID customerId,
            @MayBeMissing UUID identifierRef,
            String type,
            @MayBeMissing String channel,
            @MayBeMissing String store,
            @MayBeMissing UUID purchaseId,
            @MayBeMissing Integer rating,
            Instant occurredAt)
            implements TouchpointEvent {}

    /**
     * All that is shared of a person from now on, as the operator marked it; what is not said here is shared no more.
     * {@code birthday} is month and day ({@code 05-14}) and never the year; {@code attributes} stand by name.
     */
    @Type("crm.customer.shared.v1")
    record CustomerShared(
            UUID customerId, @MayBeMissing String birthday, List<Attribute> attributes, Instant occurredAt)
            implements TouchpointEvent {}

    record Attribute(String name, String value) {}
}
