package io.regulars.loyalty.proof;

import java.util.UUID;

/** Where a transfer stands in the order of writing. */
record Place(long writtenIn, UUID customerId, String programme, long number) {

    private static final UUID LEAST = new UUID(0, 0);

    /** Before all that was written then. */
    static Place before(long position) {
        return new Place(position, LEAST, "", 0);
    }
}
