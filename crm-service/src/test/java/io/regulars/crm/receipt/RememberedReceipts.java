package io.regulars.crm.receipt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The receipts a fold knows from the folds before it, kept as the database would keep them. */
final class RememberedReceipts {

    final Map<UUID, Receipt> receipts = new HashMap<>();
    final Map<UUID, Integer> repeats = new HashMap<>();
    final Map<UUID, Integer> conflicts = new HashMap<>();
    final List<WaitingRefund> waiting = new ArrayList<>();
    private final Set<UUID> echoed = new HashSet<>();

    ReceiptBook open() {
        return new ReceiptBook(receipts.values(), echoed, waiting);
    }

    void keep(ReceiptBook book) {
        for (List<ReceiptBook.Page> pages : List.of(book.added(), book.changed())) {
            for (ReceiptBook.Page page : pages) {
                receipts.put(page.now.id(), page.now);
                repeats.merge(page.now.id(), page.repeats, Integer::sum);
                conflicts.merge(page.now.id(), page.conflicts, Integer::sum);
            }
        }
        book.echoes().forEach(echo -> echoed.add(echo.eventId()));
        waiting.removeAll(book.queue().toRemove());
        waiting.addAll(book.queue().toAdd());
    }
}
