package io.regulars.platform.view;

import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import java.util.List;

/** The tables of a view in two schemas: the live ones in {@code public}, those being built anew in {@code rebuild}. */
final class Tables {

    private Tables() {}

    static int prepare(Tx tx, List<String> tables, String viewBeside) {
        tx.send("create schema if not exists rebuild");
        forget(tx, viewBeside);
        for (String table : tables) {
            tx.send("drop table if exists rebuild." + table);
            tx.send("create table rebuild." + table + " (like public." + table + " including all)");
        }
        return tables.size();
    }

    /** Forgets how far a view beside had come, and what it parked. */
    static void forget(Tx tx, String viewBeside) {
        tx.send("delete from view_position where view = $1", viewBeside);
        tx.send("delete from parked where view = $1", viewBeside);
    }

    /** Whether both hold the same rows, whatever their order. */
    static boolean equal(Tx tx, List<String> tables) {
        return tables.stream()
                .allMatch(table -> content(tx, "public." + table).equals(content(tx, "rebuild." + table)));
    }

    private static String content(Tx tx, String table) {
        Row row = tx.rows("select count(*)::text, coalesce(sum(hashtextextended(t::text, 0)), 0)::text from " + table
                        + " t")
                .iterator()
                .next();
        return row.getString(0) + " rows, sum " + row.getString(1);
    }

    static void swap(Tx tx, List<String> tables) {
        for (String table : tables) {
            tx.send("drop table public." + table);
            tx.send("alter table rebuild." + table + " set schema public");
        }
    }
}
