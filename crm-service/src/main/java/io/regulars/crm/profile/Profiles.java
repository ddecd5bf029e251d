package io.regulars.crm.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is known of people, side by side where they were merged, with what of it was told last. Whoever writes holds the
 * root of the tree first, so that of one customer only one change happens at a time.
 */
@ApplicationScoped
public class Profiles {

    private static final String KEPT = "select customer_id, birthday, attributes, said, shared from profile ";
    private static final String OF = KEPT + "where customer_id = any($1::uuid[])";
    private static final String OF_TREES = """
            select p.customer_id, birthday, attributes, said, shared, tree.root
            from unnest($1::uuid[]) as tree (root)
            cross join lateral (
                select tree.root as customer_id
                union all
                select c.customer_id from customer c where c.merged_into = tree.root) side
            join profile p using (customer_id)
            """;
    private static final String BEGIN = """
            insert into profile (customer_id) select customer_id from customer where customer_id = $1
            on conflict (customer_id) do nothing
            """;
    private static final String HOLD = KEPT + "where customer_id = $1 for update";
    private static final String TOLD_BY_ANOTHER_SETTING = """
            select p.customer_id, birthday, attributes, said, shared
            from profile p join customer c using (customer_id)
            where p.customer_id > $1 and shared_by <> $2 and c.is_root
            order by p.customer_id limit $3 for update of p
            """;
    private static final String SAY = """
            insert into profile (customer_id, birthday, attributes, said, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (customer_id) do update
            set birthday = excluded.birthday, attributes = excluded.attributes, said = excluded.said,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;
    private static final String TOLD = """
            update profile p set shared = t.shared, shared_by = $3
            from unnest($1::uuid[], $2::text[]) as t (customer_id, shared)
            where p.customer_id = t.customer_id
            """;

    public List<Kept> of(Tx tx, Collection<UUID> sides) {
        List<Kept> kept = new ArrayList<>(1);
        for (Row row : tx.rows(OF, (Object) Column.uuids(sides))) kept.add(kept(row));
        return kept;
    }

    /** What is known of all sides of these, by root. */
    Map<UUID, List<Kept>> ofTrees(Tx tx, Collection<Kept> roots) {
        Map<UUID, List<Kept>> trees = new HashMap<>();
        for (Row row : tx.rows(OF_TREES, (Object) Column.uuids(roots, Kept::side))) {
            trees.computeIfAbsent(row.getUUID("root"), root -> new ArrayList<>(1))
                    .add(kept(row));
        }
        return trees;
    }

    /** The profile, kept from everybody else until the transaction ends; none of somebody who is no customer. */
    Optional<Kept> hold(Tx tx, UUID root) {
        tx.send(BEGIN, root);
        for (Row row : tx.rows(HOLD, root)) return Optional.of(kept(row));
        return Optional.empty();
    }

    /** The next ones of whom something else was told than this setting says, and who are nobody's other name. */
    List<Kept> toldByAnother(Tx tx, String setting, UUID after, int most) {
        List<Kept> kept = new ArrayList<>();
        for (Row row : tx.rows(TOLD_BY_ANOTHER_SETTING, after, setting, most)) kept.add(kept(row));
        return kept;
    }

    void say(Tx tx, Kept side, String by, Instant at) {
        Object[] said = {
            side.side(),
            side.values().get(ProfileRules.BIRTHDAY),
            text(Profile.of(side.values()).attributes()),
            text(side.said()),
            by,
            Column.at(at)
        };
        tx.send(SAY, said);
    }

    /** What the world is told of these from now on. */
    <T> void told(Tx tx, List<T> some, Function<T, UUID> root, Function<T, String> shared, String setting) {
        if (some.isEmpty()) return;
        tx.send(TOLD, Column.uuids(some, root), Column.texts(some, shared), setting);
    }

    private static Kept kept(Row row) {
        SortedMap<String, String> values = new TreeMap<>();
        read(row, "attributes")
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().textValue()));
        String birthday = row.getString("birthday");
        if (birthday != null) values.put(ProfileRules.BIRTHDAY, birthday);
        SortedMap<String, Statement> said = new TreeMap<>();
        read(row, "said").properties().forEach(each -> said.put(each.getKey(), statement(each.getValue())));
        return new Kept(row.getUUID("customer_id"), values, said, row.getString("shared"));
    }

    private static Statement statement(JsonNode said) {
        return Json.read(Json.bytes(said), Statement.class);
    }

    private static JsonNode read(Row row, String column) {
        return Json.read(row.getString(column).getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private static String text(Object written) {
        return new String(Json.bytes(written), StandardCharsets.UTF_8);
    }
}
