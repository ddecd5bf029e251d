package io.regulars.loyalty.programme.publishing;

import io.regulars.platform.http.Idempotency.Command;
import io.regulars.platform.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A command as its key knows it again. */
public final class Keyed {

    private Keyed() {}

    /** @param request all that makes it another one */
    public static Command command(String credential, String key, Object request) {
        try {
            return new Command(
                    credential, key, MessageDigest.getInstance("SHA-256").digest(Json.bytes(request)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
