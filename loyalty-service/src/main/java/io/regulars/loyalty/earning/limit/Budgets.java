package io.regulars.loyalty.earning.limit;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Points that all members together got from budgets. Whoever gives from one holds its row until the transaction ends. */
@ApplicationScoped
public class Budgets {

    private static final String MEET = """
        insert into budget (programme, budget, used)
        select programme, budget, 0 from unnest($1::text[], $2::text[]) as t (programme, budget) order by 1, 2
        on conflict (programme, budget) do nothing
        """;
    private static final String HOLD = """
        select programme, budget, used from budget
        where (programme, budget) in (select * from unnest($1::text[], $2::text[]))
        order by programme, budget for update
        """;
    private static final String USE = """
        update budget b set used = t.used
        from unnest($1::text[], $2::text[], $3::bigint[]) as t (programme, budget, used)
        where b.programme = t.programme and b.budget = t.budget
        """;

    public record Name(String programme, String budget) {}

    /** Holds these budgets; the second to come waits and then sees what the first has left. */
    public Map<Name, Long> hold(Tx tx, Collection<Name> names) {
        Map<Name, Long> used = new HashMap<>();
        if (names.isEmpty()) return used;
        Object programmes = Column.texts(names, Name::programme);
        Object budgets = Column.texts(names, Name::budget);
        tx.send(MEET, programmes, budgets);
        for (Row row : tx.rows(HOLD, programmes, budgets)) {
            used.put(new Name(row.getString("programme"), row.getString("budget")), row.getLong("used"));
        }
        return used;
    }

    public void use(Tx tx, Map<Name, Long> used) {
        if (used.isEmpty()) return;
        List<Map.Entry<Name, Long>> all = new ArrayList<>(used.entrySet());
        tx.send(
                USE,
                Column.texts(all, each -> each.getKey().programme()),
                Column.texts(all, each -> each.getKey().budget()),
                Column.longs(all, Map.Entry::getValue));
    }
}
