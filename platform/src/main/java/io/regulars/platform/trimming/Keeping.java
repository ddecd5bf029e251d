package io.regulars.platform.trimming;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** For how long things are kept that are not kept for ever. */
@ConfigMapping(prefix = "regulars.keep")
public interface Keeping {

    /** The answers to commands: so long the same Idempotency-Key gets the same answer again. */
    @WithDefault("P35D")
    Period answers();

    /** How long to rest between two looks at what can go. */
    @WithDefault("10m")
    Duration lookEvery();

    /** What is older than this has been kept for so long. */
    static Instant before(Instant now, Period kept) {
        return now.atZone(ZoneOffset.UTC).minus(kept).toInstant();
    }
}
