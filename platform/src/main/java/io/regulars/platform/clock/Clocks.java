package io.regulars.platform.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.regulars.platform.health.Standing;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the suite's clock: {@code regulars.clock=machine}, or {@code topic} for replay and demo. */
@ApplicationScoped
public class Clocks {

    private static final int BEFORE_ANY_WORK = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String kind;
    private final String kafka;
    private final Standing standing;
    private Clock clock;

    Clocks(
            @ConfigProperty(name = "regulars.clock") String kind,
            @ConfigProperty(name = "regulars.kafka") String kafka,
            Standing standing) {
        this.kind = kind;
        this.kafka = kafka;
        this.standing = standing;
    }

    /** Views and doors begin when it is known what time it is; without Kafka they do, and are told to wait. */
    void start(@Observes @Priority(BEFORE_ANY_WORK) StartupEvent started) throws InterruptedException {
        if (chosen() instanceof TopicClock told) told.awaitHeard(LONGEST_WAIT);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (chosen() instanceof TopicClock told) told.stop();
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return chosen();
    }

    private synchronized Clock chosen() {
        if (clock != null) return clock;
        clock = switch (kind) {
            case "machine" -> new MachineClock();
            case "topic" -> new TopicClock(kafka, standing);
            default -> throw new IllegalArgumentException("regulars.clock is machine or topic, not " + kind);
        };
        return clock;
    }
}
