package io.regulars.platform.clock;

import java.time.Instant;

/** The one clock of the suite: the machine's in production, the {@code clock} topic's in replay and demo. */
public interface Clock {
    Instant now();
}
