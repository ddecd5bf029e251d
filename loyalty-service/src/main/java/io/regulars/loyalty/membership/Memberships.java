package io.regulars.loyalty.membership;

import io.regulars.loyalty.tier.Standing;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Who is a member, with their standing. */
@ApplicationScoped
public class Memberships {

    /** Stands for a day that never comes; dates of the database end. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String OF_CUSTOMERS = """
        select customer_id, programme, enrolled_at, counts_from, status, left_at, purchases, visits, signs, transfers, tier,
               spend, spend_as_of, basis, window_first, window_last, standing
        from membership where customer_id = any($1::uuid[]) and joined_by is null
        order by customer_id, programme
        """;
    private static final String OF_ONE = """
        select customer_id, programme, enrolled_at, counts_from, status, left_at, purchases, visits, signs, transfers, tier,
               spend, spend_as_of, basis, window_first, window_last, standing
        from membership
        where customer_id = coalesce((select root_id from customer_alias where customer_id = $1), $1) and joined_by is null
        order by programme
        """;
    private static final String JOIN = """
        insert into membership (customer_id, programme, enrolled_at, counts_from, status, spend, spend_as_of)
        values ($1, $2, $3, $4, $5, 0, $6)
        on conflict (customer_id, programme) do update
        set enrolled_at = excluded.enrolled_at, counts_from = excluded.counts_from, status = excluded.status, left_at = null,
            spend = 0, spend_as_of = excluded.spend_as_of, tier = null, standing = null, basis = null, window_first = null,
            window_last = null, tier_due = null, purchases = 0, visits = 0, signs = null, joined_by = null
        where membership.joined_by is not null
        """;
    private static final String LAST_NUMBER = """
        select coalesce(max(transfers), 0)::bigint from membership where customer_id = $1 and programme = $2
        """;
    private static final String CHANGE = """
        update membership set enrolled_at = $3, counts_from = $4, status = $5, left_at = $6
        where customer_id = $1 and programme = $2
        """;
    private static final String MOVE = """
        update membership m
        set tier = t.tier, spend = t.spend, spend_as_of = t.spend_as_of, basis = t.basis,
            window_first = t.window_first, window_last = t.window_last, standing = t.standing, tier_due = t.tier_due,
            purchases = t.purchases, visits = t.visits, transfers = t.transfers,
            unweighed = m.unweighed or t.unweighed, signs = t.signs
        from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::text[], $7::date[],
                    $8::date[], $9::text[], $10::date[], $11::bigint[], $12::bigint[], $13::bigint[],
                    $14::boolean[], $15::text[])
             as t (customer_id, programme, tier, spend, spend_as_of, basis, window_first, window_last, standing,
                   tier_due, purchases, visits, transfers, unweighed, signs)
        where m.customer_id = t.customer_id and m.programme = t.programme
        """;

    /** A membership as it is stored; {@code transfers} is how often its points moved. */
    public record Stored(Membership membership, Experience experience, long transfers, Standing standing) {

        public Owner owner() {
            return new Owner(membership.customerId(), membership.programme());
        }
    }

    /** What somebody agreed to, and who passed it on. */
    public record OptIn(String text, String version, String channel, Instant recordedAt, String askedBy) {}

    /** Memberships of these customers, none for most; asked now, read later. */
    public Supplier<List<Stored>> asked(Tx tx, Collection<UUID> customerIds) {
        Tx.Answer rows = tx.ask(OF_CUSTOMERS, (Object) Column.uuids(customerIds));
        return () -> stored(rows.rows());
    }

    /** Those of a customer, also where it is named by another of its names. */
    public List<Stored> of(Tx tx, UUID customerId) {
        return stored(tx.rows(OF_ONE, customerId));
    }

    private static List<Stored> stored(RowSet<Row> rows) {
        List<Stored> stored = new ArrayList<>();
        for (Row row : rows) stored.add(MembershipRow.stored(row));
        return stored;
    }

    /** The one that is asked for, or the only one; refuses when there is none. */
    public Stored require(Tx tx, UUID customerId, String programme) {
        List<Stored> all = of(tx, customerId).stream()
                .filter(each ->
                        programme == null || programme.equals(each.membership().programme()))
                .toList();
        if (all.isEmpty()) throw Refusal.of(Code.NOT_FOUND, "This customer is not a member.");
        if (all.size() > 1) throw Refusal.invalid("/programme", "Say which: this customer is in several programmes.");
        return all.get(0);
    }

    /** The number of the last transfer, also of a membership that was joined with another one's; 0 where there was none. */
    public long lastNumber(Tx tx, Owner owner) {
        return tx.rows(LAST_NUMBER, owner.customerId(), owner.programme())
                .iterator()
                .next()
                .getLong(0);
    }

    /** A new row, to be moved on to what the member is; one that went back to somebody else is begun anew. */
    public void join(Tx tx, Membership membership) {
        tx.send(
                JOIN,
                membership.customerId(),
                membership.programme(),
                Column.at(membership.enrolledAt()),
                Column.at(membership.countsFrom()),
                word(membership.status()),
                Column.at(membership.enrolledAt()));
    }

    /** Left, back, or of another status. */
    public void change(Tx tx, Membership membership) {
        tx.send(
                CHANGE,
                membership.customerId(),
                membership.programme(),
                Column.at(membership.enrolledAt()),
                Column.at(membership.countsFrom()),
                word(membership.status()),
                Column.at(membership.leftAt()));
    }

    public void move(Tx tx, Collection<Member> members) {
        List<Standing> standings =
                members.stream().map(member -> member.progress().standing()).toList();
        tx.send(
                MOVE,
                Column.uuids(members, Member::customerId),
                Column.texts(members, member -> member.membership().programme()),
                Column.texts(members, Member::tier),
                Column.longs(standings, Standing::value),
                Column.instants(standings, Standing::asOf),
                Column.texts(standings, standing -> word(standing.basis())),
                Column.dates(
                        standings,
                        standing -> standing.window() == null
                                ? null
                                : stored(standing.window().first())),
                Column.dates(
                        standings,
                        standing -> standing.window() == null
                                ? null
                                : stored(standing.window().last())),
                Column.texts(standings, standing -> text(standing.ladder())),
                Column.dates(members, member -> member.progress().due()),
                Column.longs(members, member -> member.experience().purchases()),
                Column.longs(members, member -> member.experience().visits()),
                Column.longs(members, member -> member.passbook().number()),
                Column.flags(members, Member::unweighed),
                Column.texts(
                        members,
                        member -> MembershipRow.text(member.experience().signs())));
    }

    private static LocalDate stored(LocalDate day) {
        return day.isAfter(NEVER) ? NEVER : day;
    }

    private static String text(Ladder ladder) {
        return ladder == null ? null : new String(Json.bytes(ladder), StandardCharsets.UTF_8);
    }

    private static String word(Enum<?> name) {
        return name == null ? null : name.name().toLowerCase(Locale.ROOT);
    }
}
