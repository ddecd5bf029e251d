package io.regulars.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of a store key, {@code rk_} and 256 random bits, which is shown once and kept only as its hash. */
public final class KeySecret {

    public static final String PREFIX = "rk_";

    private static final int LENGTH = PREFIX.length() + 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeySecret() {}

    public static String random() {
        return random(PREFIX);
    }

    /** Anything that is a secret of the same strength, with a prefix that says what it is. */
    public static String random(String prefix) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    public static boolean looksLikeOne(String text) {
        return text.length() == LENGTH && text.startsWith(PREFIX);
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
