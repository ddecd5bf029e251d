package io.regulars.platform.view;

import io.regulars.platform.database.Database;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What this service could not apply, for people. Bodies are not shown: they may be personal. */
@ApplicationScoped
public class ParkedView {

    private static final String LIST = """
            select view, topic, partition, place, subject, type, error, parked_at from parked
            order by arrival limit 100
            """;

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
