package io.regulars.loyalty.tier;

import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What counted for members, by local day. Of a long life only the days that are asked for are ever read. */
@ApplicationScoped
public class CountedDayStore {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** No name of a store holds it. */
    private static final String BETWEEN = "\u001f";

    private static final String WITHIN = """
        select distinct d.customer_id, d.programme, d.day, d.spend, d.points, d.visits, d.stores
        from unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) as t (customer_id, programme, first, last)
        join counted_day d on d.customer_id = t.customer_id and d.programme = t.programme
                          and d.day between t.first and t.last
        """;
    private static final String ADD = """
        insert into counted_day as d (customer_id, programme, day, spend, points, visits, stores)
        select customer_id, programme, day, spend, points, visits,
               coalesce(string_to_array(nullif(stores, ''), chr(31)), '{}')
        from unnest($1::uuid[], $2::text[], $3::date[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[])
             as t (customer_id, programme, day, spend, points, visits, stores)
        on conflict (customer_id, programme, day) do update
        set spend = d.spend + excluded.spend, points = d.points + excluded.points,
            visits = d.visits + excluded.visits, stores = d.stores || excluded.stores
        """;

    private static final String LEAVE = """
        update counted_day set stores = array_remove(stores, $4)
        where customer_id = $1 and programme = $2 and day = $3
        """;

    private static final String FORGET = "delete from counted_day where customer_id = $1 and programme = $2";

    /** A part of a member's life that a fold must know. */
    public record Part(Owner owner, Days days) {}

    private record Added(Owner owner, CountedDay day) {}

    /** Asked now, read later. */
    public Supplier<Map<Owner, List<CountedDay>>> within(Tx tx, List<Part> parts) {
        if (parts.isEmpty()) return Map::of;
        Tx.Answer rows = tx.ask(
                WITHIN,
                Column.uuids(parts, part -> part.owner().customerId()),
                Column.texts(parts, part -> part.owner().programme()),
                Column.dates(parts, part -> part.days().first()),
                Column.dates(
                        parts,
                        part -> part.days().last().isAfter(LAST)
                                ? LAST
                                : part.days().last()));
        return () -> {
            Map<Owner, List<CountedDay>> days = new HashMap<>();
            for (Row row : rows.rows()) {
                Owner owner = new Owner(row.getUUID("customer_id"), row.getString("programme"));
                days.computeIfAbsent(owner, id -> new ArrayList<>()).add(day(row));
            }
            return days;
        };
    }

    private static CountedDay day(Row row) {
        Counted counted = new Counted(
                row.getLocalDate("day"), row.getLong("spend"), row.getLong("points"), row.getLong("visits"));
        return new CountedDay(counted, Set.copyOf(List.of(row.getArrayOfStrings("stores"))));
    }

    /** The member begins anew: nothing of before counts for the tier. */
    public void forget(Tx tx, Owner owner) {
        tx.send(FORGET, owner.customerId(), owner.programme());
    }

    /** Adds what came on top of what is there. */
    public void add(Tx tx, Map<Owner, CountedDays> days) {
        List<Added> added = new ArrayList<>();
        days.forEach((owner, all) -> all.added().forEach(day -> added.add(new Added(owner, day))));
        if (added.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(added, each -> each.owner().customerId()),
                Column.texts(added, each -> each.owner().programme()),
                Column.dates(added, each -> each.day().counted().day()),
                Column.longs(added, each -> each.day().counted().spend()),
                Column.longs(added, each -> each.day().counted().points()),
                Column.longs(added, each -> each.day().counted().visits()),
                Column.texts(added, each -> String.join(BETWEEN, each.day().stores())));
        for (Added each : added) each.day().left().forEach(store -> leave(tx, each, store));
    }

    private static void leave(Tx tx, Added day, String store) {
        tx.send(
                LEAVE,
                day.owner().customerId(),
                day.owner().programme(),
                day.day().counted().day(),
                store);
    }
}
