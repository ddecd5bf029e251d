package io.regulars.loyalty.assessment;

import io.regulars.loyalty.receipt.KeptPurchase;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The purchases that an open book knows, by their id and by who bought. */
final class PurchasePile {

    private final Map<UUID, KeptPurchase> all = new HashMap<>();
    private final Map<UUID, Map<UUID, KeptPurchase>> byCustomer = new HashMap<>();

    void know(KeptPurchase purchase) {
        all.put(purchase.purchaseId(), purchase);
        if (purchase.customerId() == null) return;
        byCustomer
                .computeIfAbsent(purchase.customerId(), id -> new LinkedHashMap<>())
                .put(purchase.purchaseId(), purchase);
    }

    KeptPurchase get(UUID purchaseId) {
        return all.get(purchaseId);
    }

    Collection<KeptPurchase> all() {
        return all.values();
    }

    Collection<KeptPurchase> of(UUID customerId) {
        return byCustomer.getOrDefault(customerId, Map.of()).values();
    }
}
