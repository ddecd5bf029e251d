package io.regulars.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How each moving part of this service stands. Read by readiness and by people; liveness knows nothing of it. */
@ApplicationScoped
public class Standing {

    public enum State {
        STARTING,
        WORKING,
        DEGRADED,
        STOPPED,
        RECOVERY
    }

    public record Of(State state, String why) {}

    private final Map<String, Of> parts = new ConcurrentHashMap<>();

    public void set(String part, State state, String why) {
        parts.put(part, new Of(state, why));
    }

    public Map<String, Of> parts() {
        return new TreeMap<>(parts);
    }

    /** Throws while the topic knows more than this database. Stands before everything that decides. */
    public void refuseInRecovery() {
        for (Of part : parts.values()) {
            if (part.state() == State.RECOVERY) throw new Recovery(part.why());
        }
    }
}
