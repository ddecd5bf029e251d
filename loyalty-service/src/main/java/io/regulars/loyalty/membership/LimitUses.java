package io.regulars.loyalty.membership;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How far members' limits are used up. */
@ApplicationScoped
public class LimitUses {

    private static final String OF = """
        select u.customer_id, u.programme, u.subject, u.per, u.from_day, u.times, u.points, u.last_at
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[])
             as t (customer_id, programme, subject, per, from_day)
        join limit_use u using (customer_id, programme, subject, per, from_day)
        """;
    private static final String STORE = """
        insert into limit_use (customer_id, programme, subject, per, from_day, times, points, last_at)
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::bigint[], $7::bigint[],
                             $8::timestamptz[])
        on conflict (customer_id, programme, subject, per, from_day) do update
        set times = excluded.times, points = excluded.points, last_at = excluded.last_at
        """;

    /** Whose limit, and which. */
    public record Owned(Owner owner, Key key) {}

    private record Used(Owned owned, Tally tally) {}

    /** Asked now, read later; what is not there counts from 0. */
    public Supplier<Map<Owned, Tally>> of(Tx tx, Collection<Owned> wanted) {
        if (wanted.isEmpty()) return Map::of;
        Tx.Answer rows = tx.ask(OF, columns(wanted));
        return () -> {
            Map<Owned, Tally> uses = new HashMap<>();
            for (Row row : rows.rows()) uses.put(owned(row), tally(row));
            return uses;
        };
    }

    private static Object[] columns(Collection<Owned> owned) {
        return new Object[] {
            Column.uuids(owned, each -> each.owner().customerId()),
            Column.texts(owned, each -> each.owner().programme()),
            Column.texts(owned, each -> each.key().subject()),
            Column.texts(owned, each -> each.key().per().name().toLowerCase(Locale.ROOT)),
            Column.dates(owned, each -> each.key().from())
        };
    }

    private static Owned owned(Row row) {
        Cadence per = Cadence.valueOf(row.getString("per").toUpperCase(Locale.ROOT));
        return new Owned(
                new Owner(row.getUUID("customer_id"), row.getString("programme")),
                new Key(row.getString("subject"), per, row.getLocalDate("from_day")));
    }

    private static Tally tally(Row row) {
        return new Tally(
                row.getLong("times"),
                row.getLong("points"),
                row.getOffsetDateTime("last_at").toInstant());
    }

    public void store(Tx tx, Collection<Member> members) {
        List<Used> used = new ArrayList<>();
        for (Member member : members) {
            member.limits()
                    .changed()
                    .forEach((key, tally) -> used.add(new Used(new Owned(member.owner(), key), tally)));
        }
        if (used.isEmpty()) return;
        Object[] keys = columns(used.stream().map(Used::owned).toList());
        tx.send(
                STORE,
                keys[0],
                keys[1],
                keys[2],
                keys[3],
                keys[4],
                Column.longs(used, each -> each.tally().times()),
                Column.longs(used, each -> each.tally().points()),
                Column.instants(used, each -> each.tally().last()));
    }
}
