package io.regulars.crm.customer;

import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.IdentitySettings.Most;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many identifiers of each type customers have gathered; of whom nothing is known here, none. */
final class Gathered {

    private final Most most;
    private final Map<UUID, int[]> counts = new HashMap<>();

    Gathered(Most most) {
        this.most = most;
    }

    Gathered with(UUID customer, Type type, int count) {
        counts.computeIfAbsent(customer, each -> new int[Type.values().length])[type.ordinal()] += count;
        return this;
    }

    boolean hasRoom(UUID customer, Type type) {
        int[] has = counts.get(customer);
        return has == null || has[type.ordinal()] < most(type);
    }

    /** Whether a customer is known by something that names a person, and not only by what she holds. */
    boolean isPerson(UUID customer) {
        int[] has = counts.get(customer);
        if (has == null) return false;
        for (Type type : Type.values()) if (!type.isWeak() && has[type.ordinal()] > 0) return true;
        return false;
    }

    private int most(Type type) {
        return switch (type) {
            case CARD -> most.card();
            case EXTERNAL -> most.external();
            case EMAIL, MAILBOX -> most.email();
            case PHONE -> most.phone();
            case DEVICE -> most.device();
            case COOKIE -> most.cookie();
        };
    }
}
