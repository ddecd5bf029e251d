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

    /** The topic knows more than this database: nothing may be decided here until a person has looked. */
    public boolean inRecovery() {
        return parts.values().stream().anyMatch(part -> part.state() == State.RECOVERY);
    }
}
