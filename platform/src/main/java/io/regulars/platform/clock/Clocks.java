package io.regulars.platform.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the suite's clock: {@code regulars.clock=machine}, or {@code topic} for replay and demo. */
@ApplicationScoped
public class Clocks {

    @Produces
    @ApplicationScoped
    Clock clock(
            @ConfigProperty(name = "regulars.clock") String kind,
            @ConfigProperty(name = "regulars.kafka") String kafka) {
        return switch (kind) {
            case "machine" -> new MachineClock();
            case "topic" -> new TopicClock(kafka);
            default -> throw new IllegalArgumentException("regulars.clock is machine or topic, not " + kind);
        };
    }
}
