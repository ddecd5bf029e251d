package io.regulars.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.regulars.platform.http.Refusal;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts who knocks at a door behind which nobody has to be known: one client address may do so only so often. */
@ApplicationScoped
public class Knocks {

    private static final int MOST_CLIENTS = 100_000;

    private final long everyNanos;
    private final long slackNanos;
    /** When a client that did nothing more would have used up nothing (a leaky bucket told as a time). */
    private final Cache<String, Long> emptyAt;

    Knocks(SignInLimits limits) {
        this.everyNanos = limits.oneMoreEvery().toNanos();
        this.slackNanos = everyNanos * (limits.atOnce() - 1);
        this.emptyAt = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterWrite(Duration.ofNanos(everyNanos * limits.atOnce()))
                .build();
    }

    /** The client's address; refuses one that comes too often. */
    String at(String door, HttpServerRequest request) {
        String client = ClientRules.network(request.remoteAddress().host());
        count(door + ' ' + client, System.nanoTime());
        return client;
    }

    void count(String who, long now) {
        emptyAt.asMap().compute(who, (same, known) -> {
            long from = known == null || known - now < 0 ? now : known;
            long wait = from - now - slackNanos;
            if (wait > 0) throw Refusal.notBefore(Duration.ofNanos(wait), "Too many requests. Slow down a little.");
            return from + everyNanos;
        });
    }
}
