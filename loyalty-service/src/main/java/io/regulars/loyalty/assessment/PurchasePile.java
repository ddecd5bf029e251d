package io.regulars.loyalty.assessment;

import io.regulars.loyalty.receipt.KeptPurchase;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The purchases that an open book knows, by their id and by who bought. */
public final class PurchasePile {

    private final Map<UUID, KeptPurchase> all = new HashMap<>();
    private final Map<UUID, Map<UUID, KeptPurchase>> byCustomer = new HashMap<>();

    void know(KeptPurchase purchase) {
        all.put(purchase.purchaseId(), purchase);
        if (purchase.customerId() == null) return;
        byCustomer
                .computeIfAbsent(purchase.customerId(), id -> new LinkedHashMap<>())
                .put(purchase.purchaseId(), purchase);
    }

    /** One that was seen, or null. */
    public KeptPurchase get(UUID purchaseId) {
        return all.get(purchaseId);
    }

    public Collection<KeptPurchase> all() {
        return all.values();
    }

    /** What that customer bought, as far as it was seen. */
    public Collection<KeptPurchase> of(UUID customerId) {
        return byCustomer.getOrDefault(customerId, Map.of()).values();
    }
}
