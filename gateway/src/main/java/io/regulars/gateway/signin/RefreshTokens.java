package io.regulars.gateway.signin;

import io.regulars.gateway.access.KeySecret;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.trimming.Outlived;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tokens that renew a sign-in, each once. A second use ends the whole family: one of the two users stole it. */
@ApplicationScoped
public class RefreshTokens implements Outlived {

    private static final String ADD = """
            insert into refresh_token (hash, family, customer_id, expires_at)
            values ($1, $2, $3, clock_timestamp() + interval '30 days')
            """;
    private static final String USE = """
            update refresh_token set used_at = clock_timestamp()
            where hash = $1 and used_at is null and expires_at > clock_timestamp()
            returning family, customer_id
            """;
    private static final String END_FAMILY = """
            delete from refresh_token
            where family = (select family from refresh_token where hash = $1 and used_at is not null)
            """;
    private static final String REMOVE = """
            delete from refresh_token where hash in (
                select hash from refresh_token where expires_at < clock_timestamp()
                order by expires_at limit $1 for update skip locked)
            """;

    private final Database database;

    RefreshTokens(Database database) {
        this.database = database;
    }

    /** A new token and whose it is. */
    record Renewed(UUID customerId, String token) {}

    String begin(UUID customerId) {
        return database.untilDone(tx -> add(tx, UUID.randomUUID(), customerId));
    }

    /** Empty when the token is unknown, too old, or used before. */
    Optional<Renewed> renew(String token) {
        Buffer hash = Column.buffer(KeySecret.hash(token));
        return database.untilDone(tx -> {
            for (Row row : tx.rows(USE, hash)) {
                UUID customerId = row.getUUID("customer_id");
                return Optional.of(new Renewed(customerId, add(tx, row.getUUID("family"), customerId)));
            }
            tx.send(END_FAMILY, hash);
            return Optional.empty();
        });
    }

    @Override
    public String what() {
        return "refresh tokens";
    }

    @Override
    public int remove(Tx tx, Instant now, int most) {
        return tx.count(REMOVE, most);
    }

    private static String add(Tx tx, UUID family, UUID customerId) {
        String token = KeySecret.random("rt_");
        tx.send(ADD, Column.buffer(KeySecret.hash(token)), family, customerId);
        return token;
    }
}
