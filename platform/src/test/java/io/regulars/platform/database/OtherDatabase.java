package io.regulars.platform.database;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;

/** A database that is not this service's own. */
public final class OtherDatabase implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private OtherDatabase(String uri) {
        pool = PgBuilder.pool().connectingTo(uri).using(vertx).build();
    }

    /** @param uri {@code postgresql://user:password@host:port/name} */
    public static OtherDatabase at(String uri) {
        return new OtherDatabase(uri);
    }

    public Database database() {
        return new Database(pool);
    }

    @Override
    public void close() {
        Waiting.on(pool.close());
        Waiting.on(vertx.close());
    }
}
