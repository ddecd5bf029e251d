package io.regulars.crm.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Refunds in the order they came, each behind the purchase it waits for. */
final class Queue {

    private final Map<UUID, List<WaitingRefund>> byOriginal = new HashMap<>();
    private final Set<UUID> stored = new HashSet<>();
    private final List<WaitingRefund> gone = new ArrayList<>();

    Queue(Collection<WaitingRefund> waiting) {
        for (WaitingRefund refund : waiting) {
            add(refund);
            stored.add(refund.refundId());
        }
    }

    void add(WaitingRefund refund) {
        byOriginal
                .computeIfAbsent(refund.originalId(), id -> new ArrayList<>(1))
                .add(refund);
    }

    /** The refunds that waited for this purchase; it has arrived. */
    List<WaitingRefund> leave(UUID originalId) {
        List<WaitingRefund> released = byOriginal.remove(originalId);
        if (released == null) return List.of();
        released.stream().filter(this::isStored).forEach(gone::add);
        return released;
    }

    List<WaitingRefund> toAdd() {
        return byOriginal.values().stream()
                .flatMap(List::stream)
                .filter(refund -> !isStored(refund))
                .toList();
    }

    List<WaitingRefund> toRemove() {
        return gone;
    }

    private boolean isStored(WaitingRefund refund) {
        return stored.contains(refund.refundId());
    }
}
