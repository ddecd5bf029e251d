package io.regulars.gateway.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often one client address may knock at each of the doors to sign in. */
@ConfigMapping(prefix = "regulars.sign-in")
public interface SignInLimits {

    /** Requests at once, after a pause. */
    @WithDefault("60")
    int atOnce();

    /** How long until one more is taken. */
    @WithDefault("1s")
    Duration oneMoreEvery();
}
