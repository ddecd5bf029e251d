package io.regulars.platform.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock, to the microsecond a database keeps. */
final class MachineClock implements Clock {
    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
