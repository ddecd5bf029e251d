package io.regulars.crm.customer;

import java.util.UUID;

/**
 * Whom an identifier or an id means.
 *
 * @param side the customer she was first known as; what is recorded follows it when a merge is undone
 * @param customerId who that is now: the survivor, where the side was merged into another
 */
public record Whose(UUID side, UUID customerId) {

    static Whose nobodyElse(UUID customerId) {
        return new Whose(customerId, customerId);
    }
}
