package io.regulars.crm.customer;

import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** By what a customer is known, on all sides of her, as people may see it. */
@ApplicationScoped
public class KnownIdentifiers {

    private static final String OF = """
            select type, value, ref, source, first_seen, last_seen, verified_at from identifier
            where customer_id = any($1::uuid[])
            order by first_seen, type, value
            """;

    /** Asks now; the answer is awaited when it is taken. */
    public Supplier<List<KnownBy>> ask(Tx tx, Tree tree) {
        Tx.Answer answer = tx.ask(OF, (Object) tree.sidesArray());
        return () -> {
            List<KnownBy> knownBy = new ArrayList<>();
            for (Row row : answer.rows()) knownBy.add(KnownBy.of(row));
            return knownBy;
        };
    }
}
