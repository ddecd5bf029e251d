package io.regulars.crm.customer;

import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who is one with whom. Read beside merges it must not change: see {@link MergeLock}. */
@ApplicationScoped
public class Trees {

    // Whoever was ever one with her, over however many merges: of a customer who was never merged, herself alone. Each
    // is
    // looked up by itself (offset 0): the database takes them for many and would read all customers.
    private static final String TREE = """
            with recursive met (customer_id) as (
                select $1::uuid
                union
                select other.customer_id
                from met cross join lateral (
                    select m.merged_id from customer_merge m where m.survivor_id = met.customer_id
                    union all
                    select m.survivor_id from customer_merge m where m.merged_id = met.customer_id) other (customer_id))
            select met.customer_id, coalesce(c.merged_into, met.customer_id) as root, c.customer_id is not null as known
            from met left join lateral (
                select * from customer where customer.customer_id = met.customer_id offset 0) c on true
            order by met.customer_id
            """;

    /** @param id a customer by any of her ids, or the purchase of a receipt nobody was named on */
    public Tree of(Tx tx, UUID id) {
        record Met(UUID customerId, UUID root, boolean known) {}
        List<Met> met = new ArrayList<>(1);
        for (Row row : tx.rows(TREE, id)) met.add(new Met(row.getUUID(0), row.getUUID(1), row.getBoolean(2)));
        Met self = met.stream()
                .filter(each -> each.customerId().equals(id))
                .findFirst()
                .orElseThrow();
        List<UUID> sides = new ArrayList<>(1);
        List<UUID> elsewhere = new ArrayList<>(0);
        for (Met each : met) (each.root().equals(self.root()) ? sides : elsewhere).add(each.customerId());
        return new Tree(self.root(), sides, elsewhere, self.known());
    }
}
