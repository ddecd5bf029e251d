package io.regulars.gateway.intake;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller wants to wait for the outcome (RFC 7240 {@code Prefer: wait=N}); what is not understood is ignored. */
final class Preference {

    static final int LONGEST_SECONDS = 5;

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,4})\"?(?=$|[,;\\s])");

    private Preference() {}

    static Duration wait(String prefer) {
        if (prefer == null || prefer.length() > 200) return Duration.ZERO;
        Matcher wait = WAIT.matcher(prefer);
        if (!wait.find()) return Duration.ZERO;
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, Integer.parseInt(wait.group(1))));
    }
}
