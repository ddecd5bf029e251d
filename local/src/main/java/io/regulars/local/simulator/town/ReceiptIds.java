package io.regulars.local.simulator.town;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Touchpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The ids receipts and touchpoints are going to have, as any till can tell: UUIDv5 of the natural key
 * (docs/natural-keys.md).
 */
public final class ReceiptIds {
    private static final UUID PURCHASES = UUID.fromString("f2d969c7-1d7d-5bae-9f02-7950bb1a138d");
    private static final UUID REFUNDS = UUID.fromString("5ae0f574-46b9-558e-9e67-97e45c7e4910");

    private static final UUID TOUCHPOINTS = UUID.fromString("d219b3e0-e22a-5c8a-b613-441136b395cd");

    private ReceiptIds() {}

    public static UUID of(Purchase receipt) {
        return named(PURCHASES, key(receipt.store(), receipt.terminal(), receipt.businessDate(), receipt.receipt()));
    }

    /** @param key store, terminal, business date and receipt */
    public static UUID purchase(String... key) {
        return named(PURCHASES, String.join("|", key));
    }

    public static UUID of(Refund receipt) {
        return named(REFUNDS, key(receipt.store(), receipt.terminal(), receipt.businessDate(), receipt.receipt()));
    }

    /** @param source as whom it is posted */
    public static UUID of(String source, Touchpoint touchpoint) {
        return named(TOUCHPOINTS, source + "|" + touchpoint.ref());
    }

    /** The town's own store, till and receipt numbers hold nothing that would have to be escaped. */
    private static String key(String store, String terminal, LocalDate day, String number) {
        return String.join("|", store, terminal, day.toString(), number);
    }

    private static UUID named(UUID namespace, String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha1().digest(ByteBuffer.allocate(16 + name.length())
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .array()));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
