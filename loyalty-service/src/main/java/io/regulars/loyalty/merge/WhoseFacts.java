package io.regulars.loyalty.merge;

import io.regulars.events.Event;
import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.platform.view.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Facts of a customer that is another name of somebody are that somebody's, also those that were on their way. */
final class WhoseFacts {

    private final Map<UUID, UUID> whose;

    /** @param whose customers and refs of identifiers, and whose they are, where that is somebody else */
    WhoseFacts(Map<UUID, UUID> whose) {
        this.whose = whose;
    }

    static Set<UUID> customers(Collection<Told> batch) {
        Set<UUID> customers = new HashSet<>();
        for (Told told : batch) customers.add(customerOf(told.event()));
        customers.remove(null);
        return customers;
    }

    static Set<UUID> identifiers(Collection<Told> batch) {
        Set<UUID> refs = new HashSet<>();
        for (Told told : batch) refs.add(refOf(told.event()));
        refs.remove(null);
        return refs;
    }

    /**
     * The same facts, each told of whom it is of. What was shared of an alias is no news of its survivor: of her the crm
     * told all that is shared when it merged them.
     */
    List<Told> all(List<Told> batch) {
        if (whose.isEmpty()) return batch;
        List<Told> all = new ArrayList<>(batch.size());
        for (Told told : batch) {
            boolean isOld = told.event() instanceof CustomerShared shared && whose.containsKey(shared.customerId());
            if (!isOld) all.add(one(told));
        }
        return all;
    }

    /** The customer that a fact was told of, where it is another name of somebody; else null. */
    UUID otherName(Event event) {
        UUID told = customerOf(event);
        boolean byIdentifier = refOf(event) != null && whose.containsKey(refOf(event));
        return told == null || byIdentifier || !whose.containsKey(told) ? null : told;
    }

    private Told one(Told told) {
        Event event = told.event();
        UUID customer = customerOf(event);
        if (customer == null) return told;
        UUID byIdentifier = whose.get(refOf(event));
        UUID now = byIdentifier != null ? byIdentifier : whose.getOrDefault(customer, customer);
        return now.equals(customer) ? told : with(told, of(event, now));
    }

    private static Told with(Told told, Event event) {
        return new Told(
                told.eventId(),
                told.type(),
                event,
                told.topic(),
                told.partition(),
                told.seq(),
                told.recordedAt(),
                told.correlationId(),
                told.replyTo(),
                told.traceparent());
    }

    private static Event of(Event event, UUID now) {
        if (event instanceof PurchaseRecorded it) {
            return new PurchaseRecorded(it.purchaseId(), now, it.identifierRef(), it.purchase(), it.ahead());
        }
        if (event instanceof PurchaseRefunded it) {
            return new PurchaseRefunded(it.refundId(), it.originalId(), now, it.identifierRef(), it.refund());
        }
        if (event instanceof PurchaseVoided it) {
            return new PurchaseVoided(it.voidId(), it.purchaseId(), now, it.identifierRef(), it.voiding());
        }
        if (event instanceof TouchpointRecorded it) {
            return new TouchpointRecorded(
                    it.touchpointId(),
                    now,
                    it.identifierRef(),
                    it.type(),
                    it.channel(),
                    it.store(),
                    it.purchaseId(),
                    it.rating(),
                    it.occurredAt());
        }
        if (event instanceof CustomerShared it) {
            return new CustomerShared(now, it.birthday(), it.attributes(), it.occurredAt());
        }
        return event;
    }

    private static UUID customerOf(Event event) {
        if (event instanceof PurchaseRecorded it) return it.customerId();
        if (event instanceof PurchaseRefunded it) return it.customerId();
        if (event instanceof PurchaseVoided it) return it.customerId();
        if (event instanceof TouchpointRecorded it) return it.customerId();
        return event instanceof CustomerShared it ? it.customerId() : null;
    }

    private static UUID refOf(Event event) {
        if (event instanceof PurchaseRecorded it) return it.identifierRef();
        if (event instanceof PurchaseRefunded it) return it.identifierRef();
        if (event instanceof PurchaseVoided it) return it.identifierRef();
        return event instanceof TouchpointRecorded it ? it.identifierRef() : null;
    }
}
