package io.regulars.loyalty.merge;

import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What members did that counts, beside points: it is added to whom they are joined with, and kept as it was then. */
@ApplicationScoped
public class JoinedLives {

    // Where the other one was a member before, its row goes on; its transfers are counted on.
    private static final String TAKE_OVER = """
        insert into membership as m (customer_id, programme, enrolled_at, counts_from, status, left_at, tier, spend,
            spend_as_of, basis, window_first, window_last, standing, tier_due, purchases, visits, transfers, signs,
            unweighed, reminded_on, risk_tier, risk_until)
        select $2, programme, enrolled_at, counts_from, status, left_at, tier, spend, spend_as_of, basis, window_first,
            window_last, standing, tier_due, purchases, visits, $4, signs, true, reminded_on, risk_tier, risk_until
        from membership where customer_id = $1 and programme = $3
        on conflict (customer_id, programme) do update set enrolled_at = excluded.enrolled_at,
            counts_from = excluded.counts_from, status = excluded.status, left_at = excluded.left_at,
            tier = excluded.tier, spend = excluded.spend, spend_as_of = excluded.spend_as_of, basis = excluded.basis,
            window_first = excluded.window_first, window_last = excluded.window_last, standing = excluded.standing,
            tier_due = excluded.tier_due, purchases = excluded.purchases, visits = excluded.visits,
            transfers = excluded.transfers, signs = excluded.signs, unweighed = true,
            reminded_on = excluded.reminded_on, risk_tier = excluded.risk_tier, risk_until = excluded.risk_until,
            joined_by = null
        """;
    // Whoever is still a member lends the dates; the stricter status holds; days are added up anew.
    private static final String ADD_UP = """
        update membership i
        set enrolled_at = case when gone then f.enrolled_at else i.enrolled_at end,
            counts_from = case when gone then f.counts_from else i.counts_from end,
            left_at = case when gone then f.left_at else i.left_at end,
            status = (array['new', 'active', 'blocked', 'closed', 'deceased'])[greatest(
                array_position(array['new', 'active', 'blocked', 'closed', 'deceased'], i.status),
                array_position(array['new', 'active', 'blocked', 'closed', 'deceased'], f.status))],
            purchases = i.purchases + f.purchases, visits = i.visits + f.visits, unweighed = true,
            window_first = null, window_last = null,
            signs = (select json_object_agg(key, last)::text
                     from (select key, (array_agg(value order by value::timestamptz desc))[1] as last
                           from (select * from jsonb_each_text(coalesce(i.signs, '{}')::jsonb)
                                 union all select * from jsonb_each_text(coalesce(f.signs, '{}')::jsonb)) as two
                           group by key) as each)
        from (select f.*, o.left_at is not null and f.left_at is null as gone
              from membership f join membership o on o.customer_id = $2 and o.programme = f.programme
              where f.customer_id = $1 and f.programme = $3) f
        where i.customer_id = $2 and i.programme = $3
        """;
    private static final String DAYS = """
        insert into counted_day as d (customer_id, programme, day, spend, points, visits, stores)
        select $2, programme, day, spend, points, visits, stores from counted_day where customer_id = $1 and programme = $3
        on conflict (customer_id, programme, day) do update
        set spend = d.spend + excluded.spend, points = d.points + excluded.points, visits = d.visits + excluded.visits,
            stores = d.stores || excluded.stores
        """;
    private static final String LIMITS = """
        insert into limit_use as l (customer_id, programme, subject, per, from_day, times, points, last_at)
        select $2, programme, subject, per, from_day, times, points, last_at
        from limit_use where customer_id = $1 and programme = $3
        on conflict (customer_id, programme, subject, per, from_day) do update
        set times = l.times + excluded.times, points = l.points + excluded.points,
            last_at = greatest(l.last_at, excluded.last_at)
        """;
    private static final String HISTORY = """
        insert into tier_history (customer_id, programme, from_at, tier)
        select $2, programme, from_at, tier from tier_history where customer_id = $1 and programme = $3
        on conflict (customer_id, programme, from_at) do update set tier = excluded.tier
        """;
    private static final String FORGET = """
        with days as (delete from counted_day where customer_id = $1 and programme = $2),
             limits as (delete from limit_use where customer_id = $1 and programme = $2)
        delete from tier_history where customer_id = $1 and programme = $2
        """;
    private static final String REST = """
        update membership set joined_by = $3, tier_due = null, unweighed = false where customer_id = $1 and programme = $2
        """;
    private static final String KEEP = """
        insert into membership_join (merge_id, programme, from_id, into_id, summed, standing, into_number, joined_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;
    private static final String JOINS = """
        select programme, from_id, into_id, summed, standing, into_number from membership_join where merge_id = $1
        """;
    private static final String JOINED_BESIDE = """
        select distinct programme from membership_join
        where into_id = $1 and merge_id <> $2 and parted_at is null and from_id <> all ($3::uuid[])
        """;
    private static final String PARTED = "update membership_join set parted_at = $2 where merge_id = $1";
    private static final String WAKE = """
        update membership set joined_by = null, unweighed = true, window_first = null, window_last = null
        where customer_id = $1 and programme = $2
        """;
    private static final String TAKE_OFF = """
        update membership i
        set purchases = greatest(i.purchases - f.purchases, 0), visits = greatest(i.visits - f.visits, 0),
            unweighed = true, window_first = null, window_last = null
        from membership f
        where f.customer_id = $1 and f.programme = $3 and i.customer_id = $2 and i.programme = $3
        """;
    private static final String TAKE_OFF_DAYS = """
        update counted_day i
        set spend = i.spend - f.spend, points = i.points - f.points, visits = i.visits - f.visits,
            stores = array(select store from (select store, row_number() over (partition by store) as time
                                              from unnest(i.stores) as t (store)) as each
                           where time > 1 or store <> all (f.stores))
        from counted_day f
        where f.customer_id = $1 and f.programme = $3 and i.customer_id = $2 and i.programme = $3 and i.day = f.day
        """;
    private static final String TAKE_OFF_LIMITS = """
        update limit_use i set times = greatest(i.times - f.times, 0), points = greatest(i.points - f.points, 0)
        from limit_use f
        where f.customer_id = $1 and f.programme = $3 and i.customer_id = $2 and i.programme = $3
          and (i.subject, i.per, i.from_day) = (f.subject, f.per, f.from_day)
        """;
    private static final String PERSON = """
        insert into person (customer_id, birthday, attributes)
        select $2, birthday, attributes from person where customer_id = $1
        on conflict (customer_id) do nothing
        """;

    /** The whole membership is somebody else's, who has none in this programme. */
    void takeOver(Tx tx, Owner from, UUID into, long transfers) {
        tx.send(FORGET, into, from.programme());
        tx.send(TAKE_OVER, from.customerId(), into, from.programme(), transfers);
        for (String sql : new String[] {DAYS, LIMITS, HISTORY}) tx.send(sql, from.customerId(), into, from.programme());
    }

    /** What one membership did that counts comes on top of the other's. */
    void addUp(Tx tx, Owner from, UUID into) {
        for (String sql : new String[] {ADD_UP, DAYS, LIMITS}) tx.send(sql, from.customerId(), into, from.programme());
    }

    /** Nothing of it is left to be counted: it was somebody else's, and all went back. */
    void forget(Tx tx, Owner owner) {
        tx.send(FORGET, owner.customerId(), owner.programme());
    }

    /** From now on nothing becomes of it. */
    void rest(Tx tx, Owner owner, UUID mergeId) {
        tx.send(REST, owner.customerId(), owner.programme(), mergeId);
    }

    /**
     * Whom a membership is joined with.
     *
     * @param summed both were members
     * @param standing the other one's ladder before, where both were and the programme has tiers
     * @param number of the other one's last transfer by it
     */
    record Target(UUID customerId, boolean summed, String standing, long number) {}

    void keep(Tx tx, UUID mergeId, Owner from, Target into, Instant at) {
        tx.send(
                KEEP,
                mergeId,
                from.programme(),
                from.customerId(),
                into.customerId(),
                into.summed(),
                into.standing(),
                into.number(),
                Column.at(at));
    }

    /** A membership that was joined, as it was then: {@code standing} is the other one's, where both were members. */
    record Join(String programme, UUID from, UUID into, boolean summed, Ladder standing, long intoNumber) {}

    List<Join> joins(Tx tx, UUID mergeId) {
        List<Join> joins = new ArrayList<>();
        for (Row row : tx.rows(JOINS, mergeId)) {
            String standing = row.getString("standing");
            joins.add(new Join(
                    row.getString("programme"),
                    row.getUUID("from_id"),
                    row.getUUID("into_id"),
                    row.getBoolean("summed"),
                    standing == null ? null : Json.read(standing.getBytes(StandardCharsets.UTF_8), Ladder.class),
                    row.getLong("into_number")));
        }
        return joins;
    }

    /** Programmes in which others than these sides are still joined with the one they are parted from. */
    Set<String> joinedBeside(Tx tx, Parting parting) {
        UUID[] sides = Column.uuids(parting.sides());
        Set<String> programmes = new HashSet<>();
        for (Row row : tx.rows(JOINED_BESIDE, parting.root(), parting.pair().mergeId(), sides)) {
            programmes.add(row.getString("programme"));
        }
        return programmes;
    }

    void parted(Tx tx, UUID mergeId, Instant at) {
        tx.send(PARTED, mergeId, Column.at(at));
    }

    /** A membership that rested goes on, and what it had counted then is taken off the one it was joined with. */
    void wake(Tx tx, Owner rested, UUID from) {
        tx.send(WAKE, rested.customerId(), rested.programme());
        for (String sql : new String[] {TAKE_OFF, TAKE_OFF_DAYS, TAKE_OFF_LIMITS}) {
            tx.send(sql, rested.customerId(), from, rested.programme());
        }
    }

    /** What is shared of the one holds for the other, of whom nothing is known. */
    void person(Tx tx, UUID from, UUID into) {
        tx.send(PERSON, from, into);
    }
}
