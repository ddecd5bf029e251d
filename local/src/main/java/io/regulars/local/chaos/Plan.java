package io.regulars.local.chaos;

import io.regulars.local.chaos.Chaos.Strike;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/** Which faults come when: the short round of the build, or at random from a seed until the time is over. */
public final class Plan {

    private Plan() {}

    /** Four faults of different kinds, none longer than 20 s. */
    public static List<Strike> shortRound() {
        Duration breath = Duration.ofSeconds(2);
        return List.of(
                new Strike(Fault.KILL_LOYALTY, Duration.ofSeconds(1), breath),
                new Strike(Fault.KAFKA_KILL, Duration.ofSeconds(3), breath),
                new Strike(Fault.POSTGRES_IMMEDIATE_STOP, Duration.ofSeconds(2), breath),
                new Strike(Fault.FREEZE_CRM, Duration.ofSeconds(10), breath));
    }

    /** Each of them once, in turn, as the issue of a machine's life has it. */
    public static List<Strike> everyFault() {
        return List.of(Fault.values()).stream()
                .map(fault -> new Strike(fault, fault.usual(), Duration.ofSeconds(3)))
                .toList();
    }

    /** One after the other at random, the same for the same seed, until this much time has passed. */
    public static Iterable<Strike> random(long seed, Duration time) {
        SplittableRandom random = new SplittableRandom(seed);
        long end = System.nanoTime() + time.toNanos();
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return System.nanoTime() < end;
            }

            @Override
            public Strike next() {
                Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
                return new Strike(fault, millis(500, 20_000), millis(1_000, 10_000));
            }

            private Duration millis(int from, int to) {
                return Duration.ofMillis(random.nextInt(from, to));
            }
        };
    }
}
