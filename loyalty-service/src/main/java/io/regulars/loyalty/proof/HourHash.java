package io.regulars.loyalty.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over an hour's place in the chain and each of its transfers, one to a line, in the order of writing. */
final class HourHash {

    private final LedgerHour before;
    private final Instant hour;
    private final long toPosition;
    private final MessageDigest digest;
    private long transfers;

    HourHash(LedgerHour before, Instant hour, long toPosition) {
        this.before = before;
        this.hour = hour;
        this.toPosition = toPosition;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        add("%d|%s|%d|%d|%s".formatted(before.number() + 1, hour, before.toPosition(), toPosition, before.hash()));
    }

    void add(List<String> lines) {
        lines.forEach(this::add);
        transfers += lines.size();
    }

    private void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    LedgerHour closed() {
        String hash = HexFormat.of().formatHex(digest.digest());
        return new LedgerHour(
                before.number() + 1, hour, before.toPosition(), toPosition, transfers, before.hash(), hash);
    }
}
