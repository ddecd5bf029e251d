package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.adjustment.Adjustment.Decision;
import io.regulars.loyalty.adjustment.Adjustment.Kept;
import io.regulars.loyalty.adjustment.Adjustment.Kind;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people asked for, and what became of it. Nothing here is ever changed. */
@ApplicationScoped
public class Adjustments {

    private static final String KEPT = """
        select a.*, d.posted, d.reason as decision_reason, d.decided_by, d.decided_at
        from adjustment a left join adjustment_decision d using (adjustment_id)
        """;
    private static final String ONE = KEPT + "where a.adjustment_id = $1 and a.customer_id = $2";
    private static final String PAGE = KEPT + """
        where a.customer_id = $1 and a.programme = $2 and a.number < $3 order by a.number desc limit $4
        """;
    private static final String REFERRED = KEPT + "where a.programme = $1 and a.reference = any($2::text[])";
    private static final String ASK = """
        insert into adjustment (adjustment_id, customer_id, programme, wallet, kind, points, reason, earned_at,
                                expires_at, reference, second_person, asked_by, asked_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[],
                             $8::timestamptz[], $9::timestamptz[], $10::text[], $11::boolean[], $12::text[],
                             $13::timestamptz[])
        """;
    private static final String DECIDE = """
        insert into adjustment_decision (adjustment_id, posted, reason, decided_by, decided_at)
        select id, $2::boolean, $3::text, $4::text, $5::timestamptz from unnest($1::uuid[]) as t (id)
        """;

    public void ask(Tx tx, Collection<Adjustment> asked) {
        tx.send(
                ASK,
                Column.uuids(asked, Adjustment::adjustmentId),
                Column.uuids(asked, each -> each.owner().customerId()),
                Column.texts(asked, each -> each.owner().programme()),
                Column.texts(asked, Adjustment::wallet),
                Column.texts(asked, each -> CamelCase.of(each.kind())),
                Column.longs(asked, Adjustment::points),
                Column.texts(asked, Adjustment::reason),
                Column.instants(asked, Adjustment::earnedAt),
                Column.instants(asked, Adjustment::expiresAt),
                Column.texts(asked, Adjustment::reference),
                Column.flags(asked, Adjustment::secondPerson),
                Column.texts(asked, Adjustment::askedBy),
                Column.instants(asked, Adjustment::askedAt));
    }

    /** The same of all of them. */
    public void decide(Tx tx, Collection<UUID> adjustmentIds, Decision decision) {
        tx.send(
                DECIDE,
                Column.uuids(adjustmentIds),
                decision.posted(),
                decision.reason(),
                decision.decidedBy(),
                Column.at(decision.decidedAt()));
    }

    Optional<Kept> one(Tx tx, UUID customerId, UUID adjustmentId) {
        for (Row row : tx.rows(ONE, adjustmentId, customerId)) return Optional.of(kept(row));
        return Optional.empty();
    }

    /** The newest first, with numbers smaller than that. */
    List<Kept> page(Tx tx, Owner owner, long before, int most) {
        List<Kept> page = new ArrayList<>();
        for (Row row : tx.rows(PAGE, owner.customerId(), owner.programme(), before, most)) page.add(kept(row));
        return page;
    }

    /** Opening balances that were imported before, by their reference. */
    public Map<String, Adjustment> referred(Tx tx, String programme, Collection<String> references) {
        Map<String, Adjustment> known = new HashMap<>();
        for (Row row : tx.rows(REFERRED, programme, references.toArray(String[]::new))) {
            known.put(row.getString("reference"), kept(row).adjustment());
        }
        return known;
    }

    private static Kept kept(Row row) {
        Adjustment adjustment = new Adjustment(
                row.getUUID("adjustment_id"),
                new Owner(row.getUUID("customer_id"), row.getString("programme")),
                row.getString("wallet"),
                kind(row.getString("kind")),
                row.getLong("points"),
                row.getString("reason"),
                at(row, "earned_at"),
                at(row, "expires_at"),
                row.getString("reference"),
                row.getBoolean("second_person"),
                row.getString("asked_by"),
                at(row, "asked_at"));
        Boolean posted = row.getBoolean("posted");
        Decision decision = posted == null
                ? null
                : new Decision(
                        posted, row.getString("decision_reason"), row.getString("decided_by"), at(row, "decided_at"));
        return new Kept(row.getLong("number"), adjustment, decision);
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> CamelCase.of(kind).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
