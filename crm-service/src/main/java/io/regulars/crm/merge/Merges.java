package io.regulars.crm.merge;

import io.regulars.crm.merge.Merge.Undone;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Merges as they were made and undone, and the root each of their customers points at. */
@ApplicationScoped
class Merges {

    static final String COLUMNS =
            "merge_id, survivor_id, merged_id, merged_at, merged_by, reason, unmerged_at, unmerged_by, unmerge_reason";

    private static final String FIND = "select " + COLUMNS + " from customer_merge where merge_id = $1";
    private static final String ACTIVE =
            "select " + COLUMNS + " from customer_merge" + " where merged_id = any($1::uuid[]) and unmerged_at is null";
    private static final String ADD = """
            insert into customer_merge (merge_id, survivor_id, merged_id, merged_at, merged_by, reason)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String UNDO = """
            update customer_merge set unmerged_at = $2, unmerged_by = $3, unmerge_reason = $4
            where merge_id = $1 and unmerged_at is null
            """;
    // One statement: between its first row and its last an alias may point at what is no root.
    private static final String POINT = """
            update customer c set merged_into = nullif(n.root, n.customer_id)
            from unnest($1::uuid[], $2::uuid[]) as n (customer_id, root)
            where c.customer_id = n.customer_id and c.merged_into is distinct from nullif(n.root, n.customer_id)
            """;
    private static final String REFS = "select ref from identifier where customer_id = any($1::uuid[]) order by ref";

    Optional<Merge> find(Tx tx, UUID mergeId) {
        return merges(tx.rows(FIND, mergeId)).stream().findFirst();
    }

    /** The active ones by which one of these is another name. */
    List<Merge> activeAmong(Tx tx, Collection<UUID> customers) {
        return merges(tx.rows(ACTIVE, (Object) Column.uuids(customers)));
    }

    void add(Tx tx, Merge merge) {
        Object[] made = {
            merge.mergeId(),
            merge.survivorId(),
            merge.mergedId(),
            Column.at(merge.mergedAt()),
            merge.mergedBy(),
            merge.reason()
        };
        tx.send(ADD, made);
    }

    void undo(Tx tx, UUID mergeId, Undone undone) {
        tx.send(UNDO, mergeId, Column.at(undone.at()), undone.by(), undone.reason());
    }

    void point(Tx tx, Map<UUID, UUID> roots) {
        List<Map.Entry<UUID, UUID>> each = List.copyOf(roots.entrySet());
        tx.send(POINT, Column.uuids(each, Map.Entry::getKey), Column.uuids(each, Map.Entry::getValue));
    }

    /** By what facts may name one of these: her id, or what they call her identifier. */
    List<UUID> refsOf(Tx tx, Collection<UUID> customers) {
        List<UUID> refs = new ArrayList<>(customers);
        for (Row row : tx.rows(REFS, (Object) Column.uuids(customers))) refs.add(row.getUUID(0));
        return refs;
    }

    static List<Merge> merges(RowSet<Row> rows) {
        List<Merge> merges = new ArrayList<>();
        for (Row row : rows) merges.add(merge(row));
        return merges;
    }

    private static Merge merge(Row row) {
        OffsetDateTime undoneAt = row.getOffsetDateTime("unmerged_at");
        Undone undone = undoneAt == null
                ? null
                : new Undone(undoneAt.toInstant(), row.getString("unmerged_by"), row.getString("unmerge_reason"));
        Instant mergedAt = row.getOffsetDateTime("merged_at").toInstant();
        return new Merge(
                row.getUUID("merge_id"),
                row.getUUID("survivor_id"),
                row.getUUID("merged_id"),
                mergedAt,
                row.getString("merged_by"),
                row.getString("reason"),
                undone);
    }
}
