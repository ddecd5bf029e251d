package io.regulars.crm.touchpoint;

import io.regulars.crm.customer.Identities;
import io.regulars.crm.touchpoint.RecordTouchpoints.Recorded;
import io.regulars.events.Event;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Race;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Touchpoints by their id, which is made of their source and its ref. */
@ApplicationScoped
public class Touchpoints {

    private static final String KNOWN = "select touchpoint_id from touchpoint where touchpoint_id = any($1::uuid[])";
    private static final String ADD = """
            insert into touchpoint (touchpoint_id, customer_id, type, channel, store, ref, source, occurred_at,
                                    recorded_at, data, side)
            select touchpoint_id, customer_id, type, channel, store, ref, source, occurred_at, recorded_at, data::jsonb,
                   side
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::timestamptz[], $9::timestamptz[], $10::text[], $11::uuid[])
                 as n (touchpoint_id, customer_id, type, channel, store, ref, source, occurred_at, recorded_at, data,
                       side)
            order by touchpoint_id
            on conflict do nothing
            """;

    /** Asks which of these are known; the answer is awaited when the recording begins. */
    public Opening ask(Tx tx, Collection<Event> posted) {
        Set<UUID> named = new HashSet<>();
        for (Event event : posted) {
            if (event instanceof TouchpointPosted touchpoint) named.add(touchpoint.touchpointId());
        }
        if (named.isEmpty()) return (identities, facts) -> new RecordTouchpoints(Set.of(), identities, facts);
        Tx.Answer known = tx.ask(KNOWN, (Object) Column.uuids(named));
        return (identities, facts) -> new RecordTouchpoints(idsOf(known), identities, facts);
    }

    /** Stores what was recorded; run the answer before the facts are appended. */
    public Runnable store(Tx tx, RecordTouchpoints recorded) {
        List<Recorded> added = recorded.added();
        if (added.isEmpty()) return () -> {};
        Tx.Answer adding = add(tx, added);
        return () -> {
            if (adding.rows().rowCount() < added.size()) throw new Race("a touchpoint was new twice");
        };
    }

    /** What is known, ready to be recorded on. */
    @FunctionalInterface
    public interface Opening {
        RecordTouchpoints with(Identities identities, Facts facts);
    }

    private static Tx.Answer add(Tx tx, List<Recorded> added) {
        return tx.ask(
                ADD,
                Column.uuids(added, Recorded::id),
                Column.uuids(added, Recorded::customerId),
                Column.texts(added, recorded -> recorded.touchpoint().type()),
                Column.texts(added, recorded -> recorded.touchpoint().channel()),
                Column.texts(added, recorded -> recorded.touchpoint().store()),
                Column.texts(added, recorded -> recorded.touchpoint().ref()),
                Column.texts(added, recorded -> recorded.touchpoint().source()),
                Column.instants(added, recorded -> recorded.touchpoint().occurredAt()),
                Column.instants(added, Recorded::recordedAt),
                Column.texts(added, recorded -> json(recorded.touchpoint().data())),
                Column.uuids(added, Recorded::side));
    }

    private static String json(Map<String, Object> data) {
        return data == null ? null : new String(Json.bytes(data), StandardCharsets.UTF_8);
    }

    private static Set<UUID> idsOf(Tx.Answer known) {
        Set<UUID> ids = new HashSet<>();
        for (Row row : known.rows()) ids.add(row.getUUID(0));
        return ids;
    }
}
