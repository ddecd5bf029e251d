package io.regulars.loyalty.tier;

import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.tier.TierHistory.Change;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Which tier members were in from when on. */
@ApplicationScoped
public class TierHistories {

    private static final String OF = """
        select customer_id, programme, from_at, tier from tier_history where customer_id = any($1::uuid[])
        """;
    private static final String ADD = """
        insert into tier_history (customer_id, programme, from_at, tier)
        select distinct on (customer_id, programme, from_at) customer_id, programme, from_at, tier
        from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) with ordinality
             as t (customer_id, programme, from_at, tier, place)
        order by customer_id, programme, from_at, place desc
        on conflict (customer_id, programme, from_at) do update set tier = excluded.tier
        """;

    /** A change of somebody's tier. */
    public record Owned(Owner owner, Change change) {}

    /** Asked now, read later. */
    public Supplier<Map<Owner, List<Change>>> of(Tx tx, Collection<UUID> customerIds) {
        if (customerIds.isEmpty()) return Map::of;
        Tx.Answer rows = tx.ask(OF, (Object) Column.uuids(customerIds));
        return () -> {
            Map<Owner, List<Change>> changes = new HashMap<>();
            for (Row row : rows.rows()) {
                Owner owner = new Owner(row.getUUID("customer_id"), row.getString("programme"));
                changes.computeIfAbsent(owner, id -> new ArrayList<>())
                        .add(new Change(row.getOffsetDateTime("from_at").toInstant(), row.getString("tier")));
            }
            return changes;
        };
    }

    public void add(Tx tx, List<Owned> changes) {
        if (changes.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(changes, each -> each.owner().customerId()),
                Column.texts(changes, each -> each.owner().programme()),
                Column.instants(changes, each -> each.change().from()),
                Column.texts(changes, each -> each.change().tier()));
    }
}
