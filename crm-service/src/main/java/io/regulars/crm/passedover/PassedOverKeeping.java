package io.regulars.crm.passedover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** For how long it is kept what was passed over. */
@ConfigMapping(prefix = "regulars.keep")
public interface PassedOverKeeping {

    /** Which identifiers were passed over, when and why. */
    @WithDefault("P90D")
    Period passedOver();
}
