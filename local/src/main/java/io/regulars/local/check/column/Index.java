package io.regulars.local.check.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Where in some rows an id comes first, and how often it comes. */
public final class Index<R extends Record> {
    private final Rows<R> rows;
    private final ToIntFunction<R> idOf;
    private final int[] first;

    private Index(Rows<R> rows, ToIntFunction<R> idOf, int ids) {
        this.rows = rows;
        this.idOf = idOf;
        this.first = new int[ids];
    }

    public static <R extends Record> Index<R> of(Rows<R> rows, ToIntFunction<R> id, Ids ids) {
        Index<R> index = new Index<>(rows, id, ids.size());
        for (int row = 0; row < rows.size(); row++) {
            int number = id.applyAsInt(rows.get(row));
            if (index.first[number] == 0) index.first[number] = row + 1;
        }
        return index;
    }

    public boolean has(int id) {
        return id != 0 && first[id] != 0;
    }

    /** The row, or -1. */
    public int row(int id) {
        return id == 0 ? -1 : first[id] - 1;
    }

    /** The first row of that id, or null. */
    public R get(int id) {
        return has(id) ? rows.get(row(id)) : null;
    }

    /** All rows of that id, where they lie together. */
    public List<R> run(int id) {
        List<R> run = new ArrayList<>();
        for (int row = row(id); row >= 0 && row < rows.size(); row++) {
            R each = rows.get(row);
            if (idOf.applyAsInt(each) != id) break;
            run.add(each);
        }
        return run;
    }

    /** Whether this row is the first of its id. */
    public boolean isFirst(int row, int id) {
        return row(id) == row;
    }
}
