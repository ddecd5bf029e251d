package io.regulars.engagement.channel;

import io.regulars.engagement.template.Templates.Known;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mail on its way. Who takes one has it for a minute; after that whoever took it is taken for dead. */
@ApplicationScoped
public class Deliveries {

    private static final String POST = """
            insert into delivery (message_id, caused_by, traceparent)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[])
            """;
    private static final String TAKE = """
            with taken as (
                update delivery set state = 'sending', attempts = attempts + 1,
                       due_at = clock_timestamp() + interval '60 s'
                where message_id = (
                    select message_id from delivery
                    where state in ('due', 'sending') and due_at <= clock_timestamp() and journal_must_be_verified()
                    order by due_at limit 1
                    for update skip locked)
                returning message_id, caused_by, traceparent, attempts, failures)
            select t.*, m.customer_id, m.template, m.template_version, m.programme,
                   coalesce(m.tier, s.tier) as tier, s.balance,
                   coalesce(s.be_sent, true) as be_sent
            from taken t join message m using (message_id) left join shopper s using (customer_id, programme)
            """;
    private static final String CLOSE = """
            update delivery set state = $3 where message_id = $1 and attempts = $2 and state = 'sending'
            """;
    private static final String POSTPONE = """
            update delivery set state = 'due', failures = $3, due_at = clock_timestamp() + $4 * interval '1 ms'
            where message_id = $1 and attempts = $2 and state = 'sending'
            """;

    private final Bell bell;

    Deliveries(Bell bell) {
        this.bell = bell;
    }

    /** A message that is to be mailed, and the {@code MessageDue} that says so. */
    public record Posted(UUID messageId, UUID causedBy, String traceparent) {}

    public void post(Tx tx, List<Posted> posted) {
        if (posted.isEmpty()) return;
        tx.send(
                POST,
                Column.uuids(posted, Posted::messageId),
                Column.uuids(posted, Posted::causedBy),
                Column.texts(posted, Posted::traceparent));
        tx.afterCommit(bell::ring);
    }

    /** Takes the mail that is due longest, also one whose sender died over it. */
    Optional<Delivery> take(Tx tx) {
        for (Row row : tx.rows(TAKE)) return Optional.of(delivery(row));
        return Optional.empty();
    }

    /** Closes a mail as {@code sent} or {@code suppressed}; false when somebody else took it meanwhile. */
    boolean close(Tx tx, Delivery delivery, String state) {
        return tx.count(CLOSE, delivery.messageId(), delivery.attempt(), state) == 1;
    }

    void postpone(Tx tx, Delivery delivery, int failures, Duration pause) {
        tx.send(POSTPONE, delivery.messageId(), delivery.attempt(), failures, (double) pause.toMillis());
    }

    private static Delivery delivery(Row row) {
        Known known = new Known(row.getString("programme"), row.getString("tier"), row.getLong("balance"));
        return new Delivery(
                row.getUUID("message_id"),
                row.getUUID("customer_id"),
                row.getString("template"),
                row.getInteger("template_version"),
                known,
                row.getBoolean("be_sent"),
                row.getUUID("caused_by"),
                row.getString("traceparent"),
                row.getInteger("attempts"),
                row.getInteger("failures"));
    }
}
