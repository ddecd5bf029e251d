package io.regulars.crm.receipt;

import io.regulars.platform.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What a receipt says, as 16 bytes: over the parsed receipt, so that spacing and the order of fields do not count. */
final class Content {

    private static final int BYTES = 16;

    private Content() {}

    static byte[] of(Record receipt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.bytes(receipt));
            return Arrays.copyOf(digest, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
