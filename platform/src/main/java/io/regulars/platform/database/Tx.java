package io.regulars.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** One running transaction. Statements go out in the order they are given; {@link #send} does not wait for its answer. */
public final class Tx {

    private final SqlConnection connection;
    private final List<Future<RowSet<Row>>> sent = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(SqlConnection connection) {
        this.connection = connection;
    }

    /** Sends a statement and waits for its rows. */
    public RowSet<Row> rows(String sql, Object... arguments) {
        return rowsOf(start(sql, arguments));
    }

    /** Sends a statement and waits for the number of rows it touched. */
    public int count(String sql, Object... arguments) {
        return rows(sql, arguments).rowCount();
    }

    /** Sends a statement; its failure shows at the next wait or at the commit, and undoes everything. */
    public void send(String sql, Object... arguments) {
        start(sql, arguments);
    }

    /** Sends a statement now and hands out its answer later, so that several travel together. */
    public Answer ask(String sql, Object... arguments) {
        Future<RowSet<Row>> future = start(sql, arguments);
        return () -> rowsOf(future);
    }

    /** Runs once the transaction is committed; not when it is undone. */
    public void afterCommit(Runnable act) {
        afterCommit.add(act);
    }

    private Future<RowSet<Row>> start(String sql, Object... arguments) {
        Future<RowSet<Row>> future = connection.preparedQuery(sql).execute(Tuple.wrap(arguments));
        sent.add(future);
        return future;
    }

    private RowSet<Row> rowsOf(Future<RowSet<Row>> future) {
        try {
            return Waiting.on(future);
        } catch (RuntimeException failure) {
            throw firstFailure(failure);
        }
    }

    /** Later statements of a failed transaction only say that it failed: the first failure is the reason. */
    private RuntimeException firstFailure(RuntimeException last) {
        for (Future<RowSet<Row>> each : sent) {
            if (each.failed()) return Waiting.unchecked(each.cause());
        }
        return last;
    }

    void begin() {
        plain("begin");
    }

    void commit() {
        Future<RowSet<Row>> commit = plain("commit");
        Waiting.on(commit.otherwiseEmpty());
        sent.stream().filter(Future::failed).findFirst().ifPresent(failed -> {
            throw Waiting.unchecked(failed.cause());
        });
        afterCommit.forEach(Runnable::run);
    }

    void rollback() {
        Waiting.on(connection.query("rollback").execute());
    }

    private Future<RowSet<Row>> plain(String command) {
        Future<RowSet<Row>> future = connection.query(command).execute();
        sent.add(future);
        return future;
    }

    /** The rows of a statement that is under way. */
    @FunctionalInterface
    public interface Answer {
        RowSet<Row> rows();
    }
}
