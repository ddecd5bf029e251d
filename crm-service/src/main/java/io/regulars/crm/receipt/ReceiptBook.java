package io.regulars.crm.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The receipts one transaction deals with: loaded before it folds, written while it does, stored after. */
final class ReceiptBook {

    private final Map<UUID, Page> pages = new HashMap<>();
    private final Set<UUID> echoed;
    private final List<Echo> echoes = new ArrayList<>();
    private final Map<String, OtherContent> conflicts = new LinkedHashMap<>();
    private final Queue queue;

    ReceiptBook(Collection<Receipt> stored, Set<UUID> echoed, Collection<WaitingRefund> waiting) {
        stored.forEach(receipt -> pages.put(receipt.id(), new Page(receipt)));
        this.echoed = new HashSet<>(echoed);
        this.queue = new Queue(waiting);
    }

    Receipt receipt(UUID id) {
        Page page = id == null ? null : pages.get(id);
        return page == null ? null : page.now;
    }

    boolean echoed(UUID eventId) {
        return echoed.contains(eventId);
    }

    void write(Receipt receipt) {
        pages.computeIfAbsent(receipt.id(), id -> new Page(null)).write(receipt);
    }

    Receipt repeat(Echo echo) {
        Page page = echo(echo);
        page.repeats++;
        return page.now;
    }

    Receipt conflict(Echo echo, byte[] content, Record posted) {
        Page page = echo(echo);
        page.conflicts++;
        String key = echo.receiptId() + HexFormat.of().formatHex(content);
        conflicts.computeIfAbsent(key, first -> new OtherContent(echo, content, posted)).times++;
        return page.now;
    }

    private Page echo(Echo echo) {
        echoed.add(echo.eventId());
        echoes.add(echo);
        Page page = pages.get(echo.receiptId());
        page.touched = true;
        return page;
    }

    /** Lets a refund wait. Its purchase gets a row, or has it touched, so that the two meet there whoever is first. */
    void await(WaitingRefund refund, Instant since) {
        Receipt original = receipt(refund.originalId());
        write(original == null ? Receipt.awaited(refund.originalId(), since) : original);
        queue.add(refund);
    }

    List<WaitingRefund> waitedFor(UUID originalId) {
        return queue.leave(originalId);
    }

    List<Page> added() {
        return pages.values().stream().filter(page -> page.stored == null).toList();
    }

    List<Page> changed() {
        return pages.values().stream()
                .filter(page -> page.stored != null && page.touched)
                .toList();
    }

    List<Echo> echoes() {
        return echoes;
    }

    Collection<OtherContent> conflicts() {
        return conflicts.values();
    }

    Queue queue() {
        return queue;
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

        void write(Receipt receipt) {
            now = receipt;
            touched = true;
        }
    }

    /** A record by which a receipt came again. */
    record Echo(UUID eventId, UUID receiptId, Instant recordedAt) {}

    /** What a receipt said another time, and how often. */
    static final class OtherContent {
        final Echo first;
        final byte[] content;
        final Record posted;
        int times;

        OtherContent(Echo first, byte[] content, Record posted) {
            this.first = first;
            this.content = content;
            this.posted = posted;
        }
    }
}
