package io.regulars.loyalty.membership;

import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.tier.Standing;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who is a member, with their standing and wallet. */
@ApplicationScoped
public class Memberships {

    private static final String OF_CUSTOMERS = """
        select m.customer_id, m.programme, enrolled_at, counts_from, tier, spend, spend_as_of, first_counted,
               last_counted, active, pending, held, debt, transfers
        from membership m join wallet w on w.customer_id = m.customer_id and w.programme = m.programme
        where m.customer_id = any($1::uuid[])
        order by m.customer_id, m.programme
        """;
    private static final String JOIN = """
        insert into membership (customer_id, programme, enrolled_at, counts_from, tier, spend, spend_as_of,
                                first_counted, last_counted)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
    private static final String AGREE = """
        insert into opt_in (customer_id, programme, enrolled_at, channel, consent_version, consent_text,
                            recorded_at, asked_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;
    private static final String MOVE = """
        update membership m
        set tier = t.tier, spend = t.spend, spend_as_of = t.spend_as_of, first_counted = t.first_counted,
            last_counted = t.last_counted
        from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::timestamptz[],
                    $7::timestamptz[])
             as t (customer_id, programme, tier, spend, spend_as_of, first_counted, last_counted)
        where m.customer_id = t.customer_id and m.programme = t.programme
        """;

    /** A membership as it is stored. */
    public record Stored(Membership membership, Standing standing, Wallet wallet) {}

    /** What somebody agreed to, and who passed it on. */
    public record OptIn(String text, String version, String channel, Instant recordedAt, String askedBy) {}

    /** Memberships of these customers, none for most. */
    public List<Stored> of(Tx tx, Collection<UUID> customerIds) {
        List<Stored> stored = new ArrayList<>();
        for (Row row : tx.rows(OF_CUSTOMERS, (Object) Column.uuids(customerIds))) stored.add(stored(row));
        return stored;
    }

    public List<Stored> of(Tx tx, UUID customerId) {
        return of(tx, List.of(customerId));
    }

    /** The one that is asked for, or the only one; refuses when there is none. */
    public Stored require(Tx tx, UUID customerId, String programme) {
        return of(tx, customerId).stream()
                .filter(each ->
                        programme == null || programme.equals(each.membership().programme()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "This customer is not a member."));
    }

    public void join(Tx tx, Member member, OptIn optIn) {
        Membership membership = member.membership();
        Standing standing = member.progress().standing();
        tx.send(
                JOIN,
                membership.customerId(),
                membership.programme(),
                Column.at(membership.enrolledAt()),
                Column.at(membership.countsFrom()),
                standing.tier(),
                standing.spend(),
                Column.at(standing.asOf()),
                Column.at(standing.first()),
                Column.at(standing.last()));
        tx.send(
                AGREE,
                membership.customerId(),
                membership.programme(),
                Column.at(membership.enrolledAt()),
                optIn.channel(),
                optIn.version(),
                optIn.text(),
                Column.at(optIn.recordedAt()),
                optIn.askedBy());
    }

    public void move(Tx tx, Collection<Member> members) {
        tx.send(
                MOVE,
                Column.uuids(members, Member::customerId),
                Column.texts(members, member -> member.membership().programme()),
                Column.texts(members, Member::tier),
                Column.longs(members, member -> member.progress().standing().spend()),
                Column.instants(members, member -> member.progress().standing().asOf()),
                Column.instants(members, member -> member.progress().standing().first()),
                Column.instants(members, member -> member.progress().standing().last()));
    }

    private static Stored stored(Row row) {
        Membership membership = new Membership(
                row.getUUID("customer_id"), row.getString("programme"), at(row, "enrolled_at"), at(row, "counts_from"));
        Standing standing = new Standing(
                row.getString("tier"),
                row.getLong("spend"),
                at(row, "spend_as_of"),
                at(row, "first_counted"),
                at(row, "last_counted"));
        Wallet wallet = new Wallet(
                row.getLong("active"),
                row.getLong("pending"),
                row.getLong("held"),
                row.getLong("debt"),
                row.getLong("transfers"));
        return new Stored(membership, standing, wallet);
    }

    private static Instant at(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
