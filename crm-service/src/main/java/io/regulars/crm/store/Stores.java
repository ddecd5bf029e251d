package io.regulars.crm.store;

import io.regulars.crm.store.Store.Said;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores of which the operator said something. */
@ApplicationScoped
public class Stores {

    private static final String ONE = """
            select store, zone, region, currency, changed_by, changed_at from store where store = $1
            """;
    private static final String SOME = """
            select store, zone, region, currency, changed_by, changed_at from store
            where store > $1 order by store limit $2
            """;
    private static final String SAY = """
            insert into store (store, zone, region, currency, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (store) do update
            set zone = excluded.zone, region = excluded.region, currency = excluded.currency,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            where (store.zone, store.region, store.currency)
                  is distinct from (excluded.zone, excluded.region, excluded.currency)
            """;

    Optional<Store> one(Tx tx, String store) {
        for (Row row : tx.rows(ONE, store)) return Optional.of(of(row));
        return Optional.empty();
    }

    /** In order of their names, those behind this one. */
    List<Store> after(Tx tx, String store, int most) {
        List<Store> stores = new ArrayList<>();
        for (Row row : tx.rows(SOME, store, most)) stores.add(of(row));
        return stores;
    }

    /** Whether it says something new. */
    boolean say(Tx tx, Store store) {
        Said said = store.said();
        return tx.count(
                        SAY,
                        store.store(),
                        said.zone(),
                        said.region(),
                        said.currency(),
                        store.changedBy(),
                        Column.at(store.changedAt()))
                > 0;
    }

    private static Store of(Row row) {
        Said said = new Said(row.getString("zone"), row.getString("region"), row.getString("currency"));
        return new Store(
                row.getString("store"),
                said,
                row.getString("changed_by"),
                row.getOffsetDateTime("changed_at").toInstant());
    }
}
