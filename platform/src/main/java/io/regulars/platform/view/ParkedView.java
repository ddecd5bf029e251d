package io.regulars.platform.view;

import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What this service could not apply, for people. Bodies are not shown: they may be personal. */
@ApplicationScoped
public class ParkedView {

    private static final String LIST = """
            select view, topic, partition, place, subject, type, error, parked_at from parked
            order by arrival limit 100
            """;
    private static final String NAMING = "select body from parked where type = $1 and position($2::bytea in body) > 0";

    private final Database database;

    ParkedView(Database database) {
        this.database = database;
    }

    public record Parked(
            String view,
            String topic,
            int partition,
            long place,
            String subject,
            String type,
            String error,
            Instant parkedAt) {}

    /**
     * The body of a parked record of this type that holds the id in this field. Little is ever parked, so each is looked
     * into, as bytes: some are here because they cannot be read.
     */
    public Optional<byte[]> naming(Tx tx, String type, String field, UUID id) {
        Buffer words = Buffer.buffer('"' + field + "\":\"" + id + '"');
        for (Row row : tx.rows(NAMING, type, words))
            return Optional.of(row.getBuffer("body").getBytes());
        return Optional.empty();
    }

    List<Parked> all() {
        return database.read(sql -> {
            List<Parked> parked = new ArrayList<>();
            for (Row row : sql.rows(LIST)) {
                parked.add(new Parked(
                        row.getString("view"),
                        row.getString("topic"),
                        row.getInteger("partition"),
                        row.getLong("place"),
                        row.getString("subject"),
                        row.getString("type"),
                        row.getString("error"),
                        row.getOffsetDateTime("parked_at").toInstant()));
            }
            return parked;
        });
    }
}
