package io.regulars.local.simulator.town;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Touchpoint;
import io.regulars.events.Voiding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One thing that is done to the suite from outside; {@code at} is when it reaches the gateway, in the town's time. */
public sealed interface Act {
    Instant at();

    /** How many receipts it brings that are new and in order. */
    int receipts();

    /**
     * A till posts one receipt.
     *
     * @param times how often, one after the other
     * @param contradiction the same receipt with other content, posted last; null for almost all
     * @param waits whether the cashier waits for the outcome
     * @param hangsUp whether the line breaks at first before an answer is there
     */
    record Post(Instant at, Slip slip, int times, Purchase contradiction, boolean waits, boolean hangsUp)
            implements Act {
        @Override
        public int receipts() {
            return slip.isFlawed() ? 0 : 1;
        }
    }

    /** A till that was offline delivers what it kept, out of order; {@code asLines}: as NDJSON. */
    record Deliver(Instant at, List<Slip> slips, boolean asLines, int times) implements Act {
        @Override
        public int receipts() {
            return (int) slips.stream().filter(slip -> !slip.isFlawed()).count();
        }
    }

    /** A receipt is undone as a whole, which its till says {@code times} times. */
    record Undo(Instant at, Shopper shopper, Purchase purchase, int times) implements Act {
        @Override
        public int receipts() {
            return 0;
        }

        public UUID voidId() {
            return Voiding.of(ReceiptIds.of(purchase));
        }
    }

    /** A shopper is met elsewhere than at a till, which head office reports {@code times} times. */
    record Contact(Instant at, Shopper shopper, Touchpoint touchpoint, int times) implements Act {
        @Override
        public int receipts() {
            return 0;
        }
    }

    /** A shopper opts in: at the till and from now on, or through head office as of {@code enrolledAt}. */
    record Enrol(Instant at, Shopper shopper, CustomerRef as, Instant enrolledAt) implements Act {
        @Override
        public int receipts() {
            return 0;
        }
    }
}
