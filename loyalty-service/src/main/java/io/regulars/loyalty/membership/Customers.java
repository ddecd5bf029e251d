package io.regulars.loyalty.membership;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Everybody who was ever named. Holding a customer's row is holding all that is decided about them. */
@ApplicationScoped
public class Customers {

    private static final String MEET = """
        insert into customer (customer_id)
        select customer_id from unnest($1::uuid[]) as t (customer_id) order by 1
        on conflict (customer_id) do nothing
        """;
    private static final String LOCK = """
        select count(*) from (
            select 1 from customer where customer_id = any($1::uuid[]) order by customer_id for update) held
        """;

    private static final String LOCK_FREE = """
        select customer_id from customer where customer_id = any($1::uuid[]) order by customer_id for update skip locked
        """;

    /** Holds those of these customers whom nobody holds, and says whom: it makes nobody wait and does not wait. */
    public Set<UUID> lockFree(Tx tx, Collection<UUID> customerIds) {
        Set<UUID> held = new LinkedHashSet<>();
        for (Row row : tx.rows(LOCK_FREE, (Object) Column.uuids(customerIds))) held.add(row.getUUID("customer_id"));
        return held;
    }

    /** Holds these customers until the transaction ends. What is asked afterwards sees them as they are. */
    public void lock(Tx tx, Collection<UUID> customerIds) {
        UUID[] ids = Column.uuids(customerIds);
        tx.send(MEET, (Object) ids);
        tx.send(LOCK, (Object) ids);
    }
}
