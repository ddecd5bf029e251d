package io.regulars.crm.customer;

import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.Mention;
import io.regulars.crm.identifier.Policy;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How many identifiers customers have gathered; asked only of those who may be given another one. */
@ApplicationScoped
class Gatherings {

    private static final String GATHERED = """
            select coalesce(c.merged_into, c.customer_id), i.type, count(*)::int
            from customer c join identifier i on i.customer_id = c.customer_id
            where c.customer_id = any($1::uuid[]) or c.merged_into = any($1::uuid[])
            group by 1, 2
            """;

    private final Policy policy;

    Gatherings(Policy policy) {
        this.policy = policy;
    }

    /** Of those who stand beside an identifier nobody has. With regulars that is nobody, and nothing is asked. */
    Gathered ofThoseWhoGain(
            Tx tx, Collection<Shown> shown, ReadOnce read, Map<Identifier, Link> known, Map<UUID, UUID> roots) {
        Set<UUID> customers = new HashSet<>();
        for (Shown each : shown) {
            List<Mention> mentions = read.of(each);
            if (mentions.stream().allMatch(mention -> owner(mention, known) != null)) continue;
            UUID named = each.ref().id() == null ? null : roots.get(each.ref().id());
            if (named != null) customers.add(named);
            for (Mention mention : mentions) {
                UUID owner = owner(mention, known);
                if (owner != null) customers.add(owner);
            }
        }
        return gathered(tx, customers);
    }

    private Gathered gathered(Tx tx, Set<UUID> customers) {
        Gathered gathered = new Gathered(policy.settings().most());
        if (customers.isEmpty()) return gathered;
        for (Row row : tx.rows(GATHERED, (Object) Column.uuids(customers))) {
            gathered.with(row.getUUID(0), Identifier.Type.named(row.getString(1)), row.getInteger(2));
        }
        return gathered;
    }

    private static UUID owner(Mention mention, Map<Identifier, Link> known) {
        for (Identifier form : mention.forms()) if (known.containsKey(form)) return known.get(form).root;
        return null;
    }
}
