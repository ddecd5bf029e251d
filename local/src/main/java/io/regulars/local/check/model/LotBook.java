package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A member's lots, opened and drawn from again as the transfers say; what is left must be what is stored. */
public final class LotBook {
    private static final Comparator<Lot> DRAWN_FIRST = Comparator.comparingLong(Lot::expiresAt)
            .thenComparingLong(Lot::earnedAt)
            .thenComparingLong(Lot::number);

    private final Map<Long, Lot> stored = new HashMap<>();
    private final Map<Long, Long> left = new HashMap<>();
    private final List<Lot> open = new ArrayList<>();

    public LotBook(List<Lot> stored) {
        stored.forEach(lot -> this.stored.put(lot.number(), lot));
    }

    /** Opens the lot that this transfer to {@code active} carries; false when there is none like it. */
    public boolean opens(Transfer transfer) {
        Lot lot = stored.get(transfer.number());
        if (lot == null) return false;
        open.add(lot);
        left.put(lot.number(), lot.points());
        return lot.points() == transfer.amount() && lot.purchase() == transfer.purchase();
    }

    /** Takes points out: the purchase's own lots first, then what expires first, then the oldest. */
    public void draw(Transfer transfer) {
        long wanted = transfer.amount();
        for (Lot lot : open) {
            if (transfer.purchase() != 0 && lot.purchase() == transfer.purchase()) wanted -= drawFrom(lot, wanted);
        }
        open.sort(DRAWN_FIRST);
        for (Lot lot : open) wanted -= drawFrom(lot, wanted);
    }

    private long drawFrom(Lot lot, long wanted) {
        long drawn = Math.min(wanted, left.get(lot.number()));
        left.merge(lot.number(), -drawn, Long::sum);
        return drawn;
    }

    /** What must be left of a lot; -1 where no transfer opened it. */
    public long left(Lot lot) {
        return left.getOrDefault(lot.number(), -1L);
    }
}
