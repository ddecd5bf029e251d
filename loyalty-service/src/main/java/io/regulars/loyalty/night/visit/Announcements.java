package io.regulars.loyalty.night.visit;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What members were told of things ahead of them, so that they are told once. */
@ApplicationScoped
class Announcements {

    private static final String OF = """
        select customer_id, reminded_on, risk_tier, risk_until from membership
        where programme = $1 and customer_id = any($2::uuid[])
        """;
    private static final String REMINDED = """
        update membership set reminded_on = $3 where programme = $1 and customer_id = any($2::uuid[])
        """;
    private static final String WEIGHED = """
        update membership set unweighed = false where programme = $1 and customer_id = any($2::uuid[]) and unweighed
        """;
    private static final String WARNED = """
        update membership m set risk_tier = t.tier, risk_until = t.until
        from unnest($2::uuid[], $3::text[], $4::date[]) as t (customer_id, tier, until)
        where m.programme = $1 and m.customer_id = t.customer_id
        """;

    /** @param remindedOn the last night on which expiries were announced, or null */
    record Told(LocalDate remindedOn, String tier, LocalDate keptUntil) {

        /** This tier was said to be at risk, and the day named then has not come. */
        boolean warned(String of, LocalDate today) {
            return of.equals(tier) && !today.isAfter(keptUntil);
        }
    }

    record Warning(UUID customerId, String tier, LocalDate keptUntil) {}

    Map<UUID, Told> of(Tx tx, String programme, Collection<UUID> customerIds) {
        Map<UUID, Told> told = new HashMap<>();
        for (Row row : tx.rows(OF, programme, Column.uuids(customerIds))) {
            Told each = new Told(
                    row.getLocalDate("reminded_on"), row.getString("risk_tier"), row.getLocalDate("risk_until"));
            told.put(row.getUUID("customer_id"), each);
        }
        return told;
    }

    void reminded(Tx tx, String programme, Collection<UUID> customerIds, LocalDate night) {
        tx.send(REMINDED, programme, Column.uuids(customerIds), night);
    }

    void weighed(Tx tx, String programme, Collection<UUID> customerIds) {
        tx.send(WEIGHED, programme, Column.uuids(customerIds));
    }

    void warned(Tx tx, String programme, List<Warning> warnings) {
        if (warnings.isEmpty()) return;
        tx.send(
                WARNED,
                programme,
                Column.uuids(warnings, Warning::customerId),
                Column.texts(warnings, Warning::tier),
                Column.dates(warnings, Warning::keptUntil));
    }
}
