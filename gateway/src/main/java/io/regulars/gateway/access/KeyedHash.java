package io.regulars.gateway.access;

import io.regulars.platform.access.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes nobody can make or try out without the gateway's own key, which all its instances share: of addresses, of
 * short codes and of tokens that come back.
 */
@ApplicationScoped
public class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedHash(Peers peers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("regulars sign-in".getBytes(StandardCharsets.UTF_8));
            this.key = new SecretKeySpec(digest.digest(peers.key().getEncoded()), ALGORITHM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
