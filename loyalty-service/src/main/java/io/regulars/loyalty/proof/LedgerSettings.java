package io.regulars.loyalty.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When closed hours of the ledger are chained. */
@ConfigMapping(prefix = "regulars.ledger")
public interface LedgerSettings {

    /** How long to rest between two looks whether an hour is over. */
    @WithDefault("1m")
    Duration lookEvery();
}
