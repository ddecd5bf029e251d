package io.regulars.gateway.access;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Which trace a request is part of (W3C Trace Context): the one it came with, or a new one if it came with none. */
public final class TraceRules {

    private static final int LENGTH = 55;
    private static final Pattern READABLE =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceRules() {}

    /** A {@code traceparent} to carry on: what is missing or garbled starts anew, as the standard asks. */
    public static String traceparent(String came) {
        boolean readable = came != null
                && came.length() == LENGTH
                && READABLE.matcher(came).matches();
        return readable ? came : anew();
    }

    /** Not sampled: nobody here has decided to keep it. */
    static String anew() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        String trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
        return "00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-00";
    }
}
