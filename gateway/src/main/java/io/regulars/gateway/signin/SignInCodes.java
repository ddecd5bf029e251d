package io.regulars.gateway.signin;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Locale;

/** One-time codes: one per address, good for ten minutes and five tries, and no more than five mails an hour. */
@ApplicationScoped
public class SignInCodes {

    private static final String REPLACE = """
            insert into sign_in_code (address, code, expires_at)
            values ($1, $2, clock_timestamp() + interval '10 minutes')
            on conflict (address) do update set
                code = excluded.code, expires_at = excluded.expires_at, attempts = 0,
                mailed = case when sign_in_code.since < clock_timestamp() - interval '1 hour'
                              then 1 else sign_in_code.mailed + 1 end,
                since = case when sign_in_code.since < clock_timestamp() - interval '1 hour'
                             then clock_timestamp() else sign_in_code.since end
            where sign_in_code.mailed < 5 or sign_in_code.since < clock_timestamp() - interval '1 hour'
            """;
    // Counted before it is compared, so that many tries at once are five tries.
    private static final String TRY = """
            update sign_in_code set attempts = attempts + 1
            where address = $1 and attempts < 5 and expires_at > clock_timestamp()
            returning code
            """;
    private static final String SPEND = """
            update sign_in_code set expires_at = clock_timestamp()
            where address = $1 and code = $2 and expires_at > clock_timestamp()
            """;

    private final Database database;
    private final KeyedHash hash;

    SignInCodes(Database database, KeyedHash hash) {
        this.database = database;
        this.hash = hash;
    }

    /** False when this address was mailed often enough for now. */
    boolean replace(String email, String code) {
        return database.untilDone(
                        tx -> tx.count(REPLACE, Column.buffer(address(email)), Column.buffer(code(email, code))))
                == 1;
    }

    /** Whether the code is right; it stays good until it is spent. */
    boolean isRight(String email, String code) {
        for (Row row : database.untilDone(tx -> tx.rows(TRY, Column.buffer(address(email))))) {
            return MessageDigest.isEqual(row.getBuffer("code").getBytes(), code(email, code));
        }
        return false;
    }

    /** True for one caller only. */
    boolean spend(String email, String code) {
        return database.untilDone(
                        tx -> tx.count(SPEND, Column.buffer(address(email)), Column.buffer(code(email, code))))
                == 1;
    }

    private byte[] address(String email) {
        return hash.of("address", normal(email));
    }

    private byte[] code(String email, String code) {
        return hash.of("code", normal(email) + ' ' + code);
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
