package io.regulars.loyalty.merge;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who is another name of whom. It changes only while nobody judges: who holds the programmes may rely on what is found
 * here until the transaction ends.
 */
@ApplicationScoped
public class Aliases {

    // Ids of customers and refs of identifiers are all different: one question finds both.
    private static final String WHOSE = """
        select customer_id as told, root_id as whose from customer_alias where customer_id = any($1::uuid[])
        union all
        select r.identifier_ref, coalesce(a.root_id, r.customer_id)
        from restored_identifier r left join customer_alias a using (customer_id)
        where r.identifier_ref = any($2::uuid[])
        """;
    private static final String NAMES = "select customer_id from customer_alias where root_id = $1";
    private static final String REROOT = "update customer_alias set root_id = $2 where root_id = $1";
    private static final String JOIN = "insert into customer_alias (customer_id, root_id) values ($1, $2)";
    private static final String PART = "delete from customer_alias where customer_id = $1";
    private static final String PART_NAMES = """
        update customer_alias set root_id = $1 where customer_id = any($2::uuid[]) and customer_id <> $1
        """;
    private static final String RESTORE = """
        insert into restored_identifier (identifier_ref, customer_id)
        select ref, $1 from unnest($2::uuid[]) as t (ref) order by ref
        on conflict (identifier_ref) do update set customer_id = excluded.customer_id
        """;

    private static final String KEEP_APART = """
        insert into restored_identifier (identifier_ref, customer_id)
        select ref, $1 from unnest($2::uuid[]) as t (ref) order by ref
        on conflict (identifier_ref) do nothing
        """;

    /** Whose it is now what was told of these customers, or under these identifiers, where that is somebody else. */
    public Supplier<Map<UUID, UUID>> asked(Tx tx, Collection<UUID> customerIds, Collection<UUID> identifierRefs) {
        if (customerIds.isEmpty()) return Map::of;
        Tx.Answer rows = tx.ask(WHOSE, Column.uuids(customerIds), Column.uuids(identifierRefs));
        return () -> {
            Map<UUID, UUID> whose = new HashMap<>();
            for (Row row : rows.rows()) whose.put(row.getUUID("told"), row.getUUID("whose"));
            return whose;
        };
    }

    /** The customer it is another name of, or itself. */
    public UUID rootOf(Tx tx, UUID customerId) {
        return asked(tx, List.of(customerId), List.of()).get().getOrDefault(customerId, customerId);
    }

    /** A customer with all its other names. */
    public List<UUID> sides(Tx tx, UUID root) {
        List<UUID> sides = new ArrayList<>(List.of(root));
        for (Row row : tx.rows(NAMES, root)) sides.add(row.getUUID(0));
        return sides;
    }

    /** One root becomes another name of the other, and its other names with it. */
    void join(Tx tx, UUID from, UUID into) {
        tx.send(REROOT, from, into);
        tx.send(JOIN, from, into);
    }

    /** A customer is one of its own again, and these are other names of it. */
    void part(Tx tx, UUID restored, Collection<UUID> names) {
        tx.send(PART, restored);
        tx.send(PART_NAMES, restored, Column.uuids(names));
    }

    /** What was told under one of these and is on its way is theirs. */
    void restore(Tx tx, UUID restored, Collection<UUID> identifierRefs) {
        tx.send(RESTORE, restored, Column.uuids(identifierRefs));
    }

    /** What is told under one of these is theirs while the two are not joined, unless it is known whose it is. */
    void keepApart(Tx tx, UUID merged, Collection<UUID> identifierRefs) {
        tx.send(KEEP_APART, merged, Column.uuids(identifierRefs));
    }
}
