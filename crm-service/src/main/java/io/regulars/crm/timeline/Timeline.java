package io.regulars.crm.timeline;

import io.regulars.crm.timeline.EntryRules.Entry;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.regulars.platform.view.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of the timeline and since when customers are members. Tables go by bare names: a rebuild fills others. */
@ApplicationScoped
class Timeline {

    static final List<String> TABLES = List.of("timeline", "timeline_member");

    private static final String ADD = """
            insert into timeline (subject, occurred_at, event_id, recorded_at, type, channel, store, detail)
            select subject, occurred_at, event_id, recorded_at, type, channel, store, detail::json
            from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
                        $8::text[])
                 as n (subject, occurred_at, event_id, recorded_at, type, channel, store, detail)
            on conflict do nothing
            """;
    // Receipts count from the start of the business day of the opt-in, so that is what belongs to loyalty here too.
    private static final String REMEMBER = """
            insert into timeline_member as m (customer_id, since)
            select customer_id, min(since) from unnest($1::uuid[], $2::timestamptz[]) as n (customer_id, since)
            group by customer_id order by customer_id
            on conflict (customer_id) do update set since = least(m.since, excluded.since)
            """;

    void add(Tx tx, List<Told> batch) {
        List<Entry> entries = new ArrayList<>(batch.size());
        for (Told told : batch) entries.add(EntryRules.of(told.event()));
        tx.send(
                ADD,
                Column.uuids(batch, told -> told.event().subject()),
                Column.instants(batch, told -> told.event().occurredAt()),
                Column.uuids(batch, Told::eventId),
                Column.instants(batch, Told::recordedAt),
                Column.texts(batch, Told::type),
                Column.texts(entries, Entry::channel),
                Column.texts(entries, Entry::store),
                Column.texts(entries, entry -> json(entry.detail())));
    }

    void remember(Tx tx, List<MemberEnrolled> enrolled) {
        if (enrolled.isEmpty()) return;
        tx.send(
                REMEMBER,
                Column.uuids(enrolled, MemberEnrolled::customerId),
                Column.instants(enrolled, MemberEnrolled::countsFrom));
    }

    private static String json(Detail detail) {
        return detail == null ? null : new String(Json.bytes(detail), StandardCharsets.UTF_8);
    }
}
