package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Where records wait that a view could not apply, with all later ones of their subject behind them, in order. */
@ApplicationScoped
public class Parking {

    private static final int LONGEST = 500;
    private static final String WAITING = """
            select distinct subject from parked where view = $1 and subject = any($2) and topic <> 'intake'
            """;
    private static final String PARK = """
            insert into parked (view, topic, partition, place, subject, type, seq, headers, body, error)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict do nothing
            """;
    private static final String RECENT = """
            select count(*) from parked where view = $1 and parked_at > clock_timestamp() - interval '1 minute'
            """;
    private static final String OF_SUBJECT = """
            select topic, partition, place, subject, seq, headers, body from parked
            where view = $1 and subject = $2 order by arrival for update
            """;
    private static final String REMOVE = "delete from parked where view = $1 and subject = $2";
    private static final String FORGET = "delete from parked where view = $1";
    private static final String INHERIT = "update parked set view = $2 where view = $1";
    private static final String STILL = "update parked set error = $3 where view = $1 and subject = $2";

    /** A view that was built anew brings what it parked itself; what its forerunner parked it has read or parked again. */
    void inherit(Tx tx, String from, String to) {
        tx.send(FORGET, to);
        tx.send(INHERIT, from, to);
    }

    /** The subjects among these that already have something parked; later records must queue up behind it. */
    Set<String> waiting(Tx tx, String view, Collection<Heard> batch) {
        Set<String> waiting = new HashSet<>();
        for (Row row : tx.rows(WAITING, view, Column.texts(batch, Heard::subject))) waiting.add(row.getString(0));
        return waiting;
    }

    void park(Tx tx, String view, Heard record, String error) {
        tx.send(
                PARK,
                view,
                record.topic().topicName(),
                record.partition(),
                record.place(),
                record.subject(),
                storable(record.type()),
                record.seq(),
                headers(record.headers()),
                record.body() == null ? null : Buffer.buffer(record.body()),
                storable(error));
    }

    long parkedInTheLastMinute(Tx tx, String view) {
        return tx.rows(RECENT, view).iterator().next().getLong(0);
    }

    List<Heard> of(Tx tx, String view, String subject) {
        List<Heard> records = new ArrayList<>();
        for (Row row : tx.rows(OF_SUBJECT, view, subject)) {
            Buffer body = row.getBuffer("body");
            records.add(new Heard(
                    Topic.named(row.getString("topic")),
                    row.getInteger("partition"),
                    row.getLong("place"),
                    row.getLong("seq"),
                    row.getString("subject"),
                    headers(row.getJsonObject("headers")),
                    body == null ? null : body.getBytes()));
        }
        return records;
    }

    void remove(Tx tx, String view, String subject) {
        tx.send(REMOVE, view, subject);
    }

    void stillWrong(Tx tx, String view, String subject, String error) {
        tx.send(STILL, view, subject, storable(error));
    }

    /** Text as a database can keep and index it: what carries a NUL or is this long never was an id of ours. */
    static String storable(String text) {
        if (text == null) return null;
        String visible = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST);
    }

    private static JsonObject headers(Headers headers) {
        JsonObject json = new JsonObject();
        for (Header header : headers) {
            if (header.value() == null) continue;
            json.put(storable(header.key()), storable(new String(header.value(), StandardCharsets.UTF_8)));
        }
        return json;
    }

    private static Headers headers(JsonObject json) {
        RecordHeaders headers = new RecordHeaders();
        json.forEach(header ->
                headers.add(header.getKey(), header.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
