package io.regulars.gateway.routing;

import io.regulars.platform.access.Caller;
import io.regulars.platform.access.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signed contexts at hand for half their life, so that signing is not paid for with every question. */
@ApplicationScoped
public class SignedContexts {

    private static final long GOOD_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST = 5_000;

    private final Peers peers;
    private final Map<Wanted, Signed> signed = new ConcurrentHashMap<>();

    private record Wanted(String audience, Caller caller) {}

    private record Signed(String context, long at) {}

    SignedContexts(Peers peers) {
        this.peers = peers;
    }

    String contextFor(String audience, Caller caller) {
        Wanted wanted = new Wanted(audience, caller);
        Signed known = signed.get(wanted);
        if (known != null && System.nanoTime() - known.at() < GOOD_NANOS) return known.context();
        if (signed.size() >= MOST) signed.clear();
        Signed anew = new Signed(peers.contextFor(audience, caller), System.nanoTime());
        signed.put(wanted, anew);
        return anew.context();
    }
}
