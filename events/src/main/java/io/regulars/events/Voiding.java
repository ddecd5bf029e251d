package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A receipt is undone as a whole; {@code store} is the receipt's, where who posted it had to say it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Voiding(
        @MayBeMissing String store,
        @MayBeMissing LocalDate businessDate,
        Instant occurredAt,
        @MayBeMissing String reason) {

    /** The namespace of voids: a receipt is voided once for ever (docs/natural-keys.md). */
    public static final UUID NAMESPACE = UUID.fromString("b228a58d-9cc0-52ea-a993-3086b4187f41");

    /** The void of a purchase, whoever posts it. */
    public static UUID of(UUID purchaseId) {
        byte[] name = purchaseId.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name)
                .array();
        ByteBuffer hash = ByteBuffer.wrap(sha1(whole));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The same void without the cashier's free text. */
    public Voiding withoutReason() {
        return new Voiding(store, businessDate, occurredAt, null);
    }

    private static byte[] sha1(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
