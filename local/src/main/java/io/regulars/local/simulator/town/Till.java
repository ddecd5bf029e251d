package io.regulars.local.simulator.town;

import io.regulars.local.simulator.town.Store.Hours;
import java.time.Instant;

/** One till; while it is offline it keeps its receipts, and delivers them some time afterwards. */
final class Till {
    private final Store store;
    private final String terminal;
    private final Hours offline;
    private final Instant delivers;
    private int printed;

    Till(Store store, String terminal, Hours offline, Instant delivers) {
        this.store = store;
        this.terminal = terminal;
        this.offline = offline;
        this.delivers = delivers;
    }

    Store store() {
        return store;
    }

    String terminal() {
        return terminal;
    }

    boolean isOfflineAt(Instant at) {
        return offline != null && offline.include(at);
    }

    /** When it delivers what it kept. */
    Instant delivers() {
        return delivers;
    }

    String nextReceipt(String run) {
        return "%s-%05d".formatted(run, ++printed);
    }
}
