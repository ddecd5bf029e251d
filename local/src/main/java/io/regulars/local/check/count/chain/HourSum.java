package io.regulars.local.check.count.chain;

import io.regulars.local.check.evidence.Loyalty.ClosedHour;
import io.regulars.local.check.evidence.Micros;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What {@code sha256sum} says of a file whose first line names the hour and each other one a transfer. */
public final class HourSum {
    private final MessageDigest sum;

    public HourSum(ClosedHour hour) {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        String began = Micros.instant(hour.hour()).toString();
        add(String.join("|", "" + hour.number(), began, "" + hour.from(), "" + hour.to(), hour.previousHash()));
    }

    public void add(String line) {
        sum.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** To be asked once. */
    public String hash() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
