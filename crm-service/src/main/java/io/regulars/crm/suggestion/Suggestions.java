package io.regulars.crm.suggestion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Customers who may be one person, each group once. */
@ApplicationScoped
public class Suggestions {

    // In key order, so that two workers with the same groups wait for each other instead of forever.
    private static final String ADD = """
            insert into suggestion as s (suggestion_id, kind, customers, cause, times, first_seen, last_seen, recorded_at)
            select suggestion_id, kind, string_to_array(customers, ',')::uuid[], cause, times, first_seen, last_seen,
                   recorded_at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[], $6::timestamptz[],
                        $7::timestamptz[], $8::timestamptz[])
                 as n (suggestion_id, kind, customers, cause, times, first_seen, last_seen, recorded_at)
            order by kind, customers collate "C"
            on conflict (kind, customers) do update
            set times = s.times + excluded.times, cause = excluded.cause,
                first_seen = least(s.first_seen, excluded.first_seen),
                last_seen = greatest(s.last_seen, excluded.last_seen)
            """;

    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

    /** @param made each group of customers once */
    public void add(Tx tx, Collection<Suggestion> made) {
        if (made.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(made, each -> ids.generate()),
                Column.texts(made, each -> each.kind().wireName()),
                Column.texts(made, Suggestions::customers),
                Column.uuids(made, Suggestion::cause),
                Column.ints(made, Suggestion::times),
                Column.instants(made, Suggestion::firstSeen),
                Column.instants(made, Suggestion::lastSeen),
                Column.instants(made, Suggestion::recordedAt));
    }

    private static String customers(Suggestion suggestion) {
        return suggestion.customers().stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
