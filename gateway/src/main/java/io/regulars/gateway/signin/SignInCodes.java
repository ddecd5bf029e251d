package io.regulars.gateway.signin;

import io.regulars.gateway.access.KeySecret;
import io.regulars.gateway.access.KeyedHash;
import io.regulars.gateway.signin.SignInResource.Proof;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.trimming.Outlived;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One-time codes. Each answers a challenge only its asker was given, so whoever merely knows a contact can neither use
 * the owner's code nor use it up.
 *
 * <p>A code is one of 10^8, good for ten minutes and five wrong tries. A contact has at most eight live codes, and one
 * client address at most three of these. So it takes three addresses at once to keep an owner waiting for her next
 * code, and only as long as they go on; the code she has stays good. Guessing day and night, from however many
 * addresses, makes 8 codes of 5 tries each ten minutes: 5,760 guesses a day, which succeed with a probability below 6
 * in 100,000, while 1,152 mails a day tell the owner.
 *
 * <p>These lifetimes are about people and not about a simulated day: they go by the database's clock, as tokens go by
 * the machine's.
 */
@ApplicationScoped
public class SignInCodes implements Outlived {

    private static final int MOST_OF_CONTACT = 8;
    private static final int MOST_OF_ASKER = 3;
    private static final int LOCK_CLASS = 0x5349474e;

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock($1, $2)";
    private static final String LIVE = """
            select count(*) as of_contact, count(*) filter (where asker = $2) as of_asker,
                   extract(epoch from min(expires_at) - clock_timestamp())::float8 as contact_waits,
                   extract(epoch from min(expires_at) filter (where asker = $2) - clock_timestamp())::float8
                       as asker_waits
            from sign_in_code where contact = $1 and expires_at > clock_timestamp()
            """;
    private static final String ADD = """
            insert into sign_in_code (challenge, contact, asker, code, expires_at)
            values ($1, $2, $3, $4, clock_timestamp() + interval '10 minutes')
            """;
    // Compared where it is counted, so that many tries at once are no more than five.
    private static final String TRY = """
            update sign_in_code set tries = tries + case when code = $3 then 0 else 1 end
            where challenge = $1 and contact = $2 and tries < 5 and expires_at > clock_timestamp()
            returning code = $3 as is_right
            """;
    private static final String SPEND = """
            update sign_in_code set tries = 5
            where challenge = $1 and contact = $2 and code = $3 and tries < 5 and expires_at > clock_timestamp()
            """;

    private static final String REMOVE = """
            delete from sign_in_code where challenge in (
                select challenge from sign_in_code where expires_at < clock_timestamp()
                order by expires_at limit $1 for update skip locked)
            """;

    private final Database database;
    private final KeyedHash hash;

    SignInCodes(Database database, KeyedHash hash) {
        this.database = database;
        this.hash = hash;
    }

    /** The challenge this code answers; refuses while enough codes of this contact are live. */
    String begin(String email, String client, String code) {
        String challenge = KeySecret.random("ch_");
        Buffer contact = contact(email);
        Buffer asker = Column.buffer(hash.of("client", client));
        return database.untilDone(tx -> {
            tx.send(ONE_AT_A_TIME, LOCK_CLASS, contact.getInt(0));
            mustHaveRoom(tx, contact, asker);
            tx.send(ADD, hashed(challenge), contact, asker, code(challenge, code));
            return challenge;
        });
    }

    private static void mustHaveRoom(Tx tx, Buffer contact, Buffer asker) {
        Row live = tx.rows(LIVE, contact, asker).iterator().next();
        if (live.getLong("of_asker") >= MOST_OF_ASKER) throw notBefore(live.getDouble("asker_waits"));
        if (live.getLong("of_contact") >= MOST_OF_CONTACT) throw notBefore(live.getDouble("contact_waits"));
    }

    private static Refusal notBefore(double seconds) {
        Duration wait = Duration.ofMillis((long) (seconds * 1_000));
        return Refusal.notBefore(wait, "Enough codes were sent. Use the last one, or ask again a little later.");
    }

    /** Whether the code is right; it stays good until it is spent. */
    boolean isRight(Proof proof) {
        for (Row row : database.untilDone(tx -> tx.rows(TRY, proven(proof)))) return row.getBoolean("is_right");
        return false;
    }

    /** True for one caller only. */
    boolean spend(Proof proof) {
        return database.untilDone(tx -> tx.count(SPEND, proven(proof))) == 1;
    }

    @Override
    public String what() {
        return "sign-in codes";
    }

    @Override
    public int remove(Tx tx, Instant now, int most) {
        return tx.count(REMOVE, most);
    }

    private Object[] proven(Proof proof) {
        String challenge = proof.challenge();
        return new Object[] {hashed(challenge), contact(proof.email()), code(challenge, proof.code())};
    }

    private Buffer contact(String email) {
        return Column.buffer(hash.of("contact", email.strip().toLowerCase(Locale.ROOT)));
    }

    private Buffer code(String challenge, String code) {
        return Column.buffer(hash.of("code", challenge + ' ' + code));
    }

    private static Buffer hashed(String challenge) {
        return Column.buffer(KeySecret.hash(challenge));
    }
}
