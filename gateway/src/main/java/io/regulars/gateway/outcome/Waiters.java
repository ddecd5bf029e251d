package io.regulars.gateway.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits at this gateway for what becomes of a receipt, each under a correlation of its own. */
@ApplicationScoped
public class Waiters {

    private static final int MOST = 2_000;

    private final String here = UUID.randomUUID().toString();
    private final byte[] hereBytes = here.getBytes(StandardCharsets.US_ASCII);
    private final Map<UUID, CompletableFuture<Outcome>> waiting = new ConcurrentHashMap<>();

    /** The address answers for this gateway carry. */
    public String here() {
        return here;
    }

    byte[] hereBytes() {
        return hereBytes;
    }

    boolean nobody() {
        return waiting.isEmpty();
    }

    /** A place to wait, or null when all are taken: then the receipt is recorded without waiting. */
    CompletableFuture<Outcome> join(UUID correlation) {
        if (waiting.size() >= MOST) return null;
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        waiting.put(correlation, outcome);
        outcome.whenComplete((any, failure) -> waiting.remove(correlation));
        return outcome;
    }

    void tell(UUID correlation, Outcome outcome) {
        CompletableFuture<Outcome> waiter = waiting.get(correlation);
        if (waiter != null) waiter.complete(outcome);
    }

    boolean expects(UUID correlation) {
        return correlation != null && waiting.containsKey(correlation);
    }
}
