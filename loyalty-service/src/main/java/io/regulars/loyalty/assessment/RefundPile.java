package io.regulars.loyalty.assessment;

import io.regulars.loyalty.receipt.KeptRefund;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The refunds of an open book: those that were seen before, and what the folds made of old and new ones. */
public final class RefundPile {

    private final Map<UUID, KeptRefund> known = new LinkedHashMap<>();
    private final Map<UUID, KeptRefund> written = new LinkedHashMap<>();
    private final Map<UUID, Map<UUID, KeptRefund>> byOriginal = new HashMap<>();

    void know(KeptRefund refund) {
        known.put(refund.refundId(), refund);
        relate(refund);
    }

    void write(KeptRefund refund) {
        written.put(refund.refundId(), refund);
        relate(refund);
    }

    private void relate(KeptRefund refund) {
        if (refund.originalId() == null) return;
        byOriginal
                .computeIfAbsent(refund.originalId(), id -> new LinkedHashMap<>())
                .put(refund.refundId(), refund);
    }

    /** As it stands now. */
    KeptRefund now(KeptRefund refund) {
        return written.getOrDefault(refund.refundId(), refund);
    }

    Collection<KeptRefund> known() {
        return known.values();
    }

    /** As they stand now. */
    public Collection<KeptRefund> of(UUID purchaseId) {
        return byOriginal.getOrDefault(purchaseId, Map.of()).values();
    }

    public boolean isVoided(UUID purchaseId) {
        return of(purchaseId).stream().anyMatch(KeptRefund::whole);
    }

    public List<KeptRefund> writtenFirst() {
        return written(refund -> !known.containsKey(refund.refundId()));
    }

    public List<KeptRefund> writtenAgain() {
        return written(refund -> known.containsKey(refund.refundId()));
    }

    private List<KeptRefund> written(Predicate<KeptRefund> which) {
        return written.values().stream().filter(which).toList();
    }
}
