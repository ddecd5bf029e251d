package io.regulars.platform.http;

import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.health.Standing;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.json.Json;
import io.regulars.platform.marks.Marks;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Function;

/** Makes a command happen once per credential and key: the first answer is kept and given again, a "no" like a yes. */
@ApplicationScoped
public class Idempotency {

    private static final String CLAIM = """
            insert into idempotency (credential, key, request_hash, created_at)
            select $1::text, $2::text, $3::bytea, $4::timestamptz where journal_must_be_verified()
            on conflict (credential, key) do nothing
            """;
    private static final String FIRST_ANSWER = """
            select request_hash, status, answer from idempotency where credential = $1 and key = $2
            """;
    private static final String KEEP = """
            update idempotency set status = $3, answer = $4 where credential = $1 and key = $2
            """;

    private final Database database;
    private final Standing standing;
    private final Clock clock;
    private final JournalReader journal;

    Idempotency(Database database, Standing standing, Clock clock, JournalReader journal) {
        this.database = database;
        this.standing = standing;
        this.clock = clock;
        this.journal = journal;
    }

    /** Who asks, under which key, for what: {@code requestHash} is over the parsed request, not its bytes. */
    public record Command(String credential, String key, byte[] requestHash) {
        public Command {
            if (key == null || key.isBlank()) {
                throw Refusal.of(Code.IDEMPOTENCY_KEY_MISSING, "Send an Idempotency-Key: one per thing you want done.");
            }
        }
    }

    /** Does the work and keeps its answer in one transaction; asked again gives that one. Says how far it is then. */
    public Response once(Command command, Function<Tx, Object> work) {
        standing.refuseInRecovery();
        Response answer = database.untilDone(tx -> inside(tx, command, work));
        if (answer.getStatus() >= 400) return answer;
        return Response.fromResponse(answer)
                .header(Marks.HEADER, journal.marks().toString())
                .build();
    }

    private Response inside(Tx tx, Command command, Function<Tx, Object> work) {
        if (!claims(tx, command)) return again(tx, command);
        tx.send("savepoint work");
        Object answer;
        try {
            answer = work.apply(tx);
        } catch (Refusal refusal) {
            tx.send("rollback to savepoint work");
            answer = refusal.problem();
        }
        return keep(tx, command, answer);
    }

    /** Waits two seconds for a first request that is still running, and then says so instead of trying again. */
    private boolean claims(Tx tx, Command command) {
        tx.send("set local lock_timeout = '2s'");
        try {
            Object[] claim = {
                command.credential(), command.key(), Column.buffer(command.requestHash()), Column.at(clock.now())
            };
            return tx.count(CLAIM, claim) == 1;
        } catch (PgException failure) {
            if (!"55P03".equals(failure.getSqlState())) throw failure;
            throw Refusal.of(Code.IN_PROGRESS, "The first request with this key is still running.");
        }
    }

    private Response keep(Tx tx, Command command, Object answer) {
        int status = answer instanceof Problem problem ? problem.status() : 200;
        byte[] body = Json.bytes(answer);
        tx.send(KEEP, command.credential(), command.key(), status, Column.buffer(body));
        return response(status, body).build();
    }

    private static Response again(Tx tx, Command command) {
        Row first = tx.rows(FIRST_ANSWER, command.credential(), command.key())
                .iterator()
                .next();
        if (!Arrays.equals(first.getBuffer("request_hash").getBytes(), command.requestHash())) {
            throw Refusal.of(Code.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for a different request.");
        }
        return response(first.getInteger("status"), first.getBuffer("answer").getBytes())
                .header("Idempotent-Replayed", "true")
                .build();
    }

    private static Response.ResponseBuilder response(int status, byte[] body) {
        return Response.status(status)
                .type(status < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                .entity(body);
    }
}
