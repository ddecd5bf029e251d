package io.regulars.loyalty.night;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the nightly run begins, and how many are at it. */
@ConfigMapping(prefix = "regulars.night")
public interface NightSettings {

    /** How long after midnight, where a programme is, its night begins. */
    @WithDefault("PT5M")
    Duration begins();

    /** How long to rest between two looks at the clock. */
    @WithDefault("1m")
    Duration lookEvery();

    /** How many visit members at once: never more than there are shards, nor than a third of the connections. */
    @WithDefault("2")
    int lanes();
}
