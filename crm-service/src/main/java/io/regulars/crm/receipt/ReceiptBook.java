package io.regulars.crm.receipt;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The receipts one transaction deals with: loaded before it folds, written while it does, stored after. */
final class ReceiptBook {

    private final Map<UUID, Page> pages = new HashMap<>();
    private final Map<UUID, List<WaitingRefund>> waiting = new HashMap<>();
    private final Set<UUID> storedWaiting = new LinkedHashSet<>();
    private final List<WaitingRefund> noLongerWaiting = new ArrayList<>();
    private final Map<OtherContent, Conflict> conflicts = new LinkedHashMap<>();

    ReceiptBook(Collection<Receipt> stored, Collection<WaitingRefund> storedWaiting) {
        stored.forEach(receipt -> pages.put(receipt.id(), new Page(receipt)));
        for (WaitingRefund refund : storedWaiting) {
            this.storedWaiting.add(refund.refundId());
            waiting.computeIfAbsent(refund.originalId(), id -> new ArrayList<>(1)).add(refund);
        }
    }

    Receipt receipt(UUID id) {
        Page page = id == null ? null : pages.get(id);
        return page == null ? null : page.now;
    }

    void write(Receipt receipt) {
        Page page = pages.computeIfAbsent(receipt.id(), id -> new Page(null));
        page.now = receipt;
        page.touched = true;
    }

    Receipt repeat(UUID id) {
        Page page = pages.get(id);
        page.repeats++;
        page.touched = true;
        return page.now;
    }

    /** @param posted writes down what came, asked only the first time */
    Receipt conflict(UUID id, byte[] content, Conflict first) {
        Page page = pages.get(id);
        page.conflicts++;
        page.touched = true;
        conflicts.computeIfAbsent(new OtherContent(id, Buffer.buffer(content)), other -> first).times++;
        return page.now;
    }

    /** Lets a refund wait; its purchase gets a row to meet it on. */
    void await(WaitingRefund refund, Instant since) {
        if (receipt(refund.originalId()) == null) write(Receipt.awaited(refund.originalId(), since));
        waiting.computeIfAbsent(refund.originalId(), id -> new ArrayList<>(1)).add(refund);
    }

    /** The refunds that waited for this purchase, in the order they came. */
    List<WaitingRefund> waitedFor(UUID originalId) {
        List<WaitingRefund> released = waiting.remove(originalId);
        if (released == null) return List.of();
        released.stream().filter(refund -> storedWaiting.contains(refund.refundId())).forEach(noLongerWaiting::add);
        return released;
    }

    List<Page> added() {
        return pages.values().stream().filter(page -> page.stored == null).toList();
    }

    List<Page> changed() {
        return pages.values().stream().filter(page -> page.stored != null && page.touched).toList();
    }

    List<WaitingRefund> nowWaiting() {
        return waiting.values().stream()
                .flatMap(List::stream)
                .filter(refund -> !storedWaiting.contains(refund.refundId()))
                .toList();
    }

    List<WaitingRefund> noLongerWaiting() {
        return noLongerWaiting;
    }

    Collection<Conflict> conflicts() {
        return conflicts.values();
    }

    /** One receipt before and after the fold. */
    static final class Page {
        final Receipt stored;
        Receipt now;
        int repeats;
        int conflicts;
        boolean touched;

        Page(Receipt stored) {
            this.stored = stored;
            this.now = stored;
        }
    }

    private record OtherContent(UUID receiptId, Buffer content) {}

    /** A receipt that came with other content than the first time. */
    static final class Conflict {
        final UUID conflictId;
        final UUID receiptId;
        final byte[] content;
        final Record posted;
        final Instant recordedAt;
        int times;

        Conflict(UUID conflictId, UUID receiptId, byte[] content, Record posted, Instant recordedAt) {
            this.conflictId = conflictId;
            this.receiptId = receiptId;
            this.content = content;
            this.posted = posted;
            this.recordedAt = recordedAt;
        }
    }
}
