package io.regulars.loyalty.points;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/** The ends that signs of life put off, for whoever reckons again what was spent first. Nothing decides by it. */
@ApplicationScoped
class EndsPutOff {

    private static final String ADD = """
        insert into ends_put_off (customer_id, programme, transfers, lots, ended_at, caused_by, at)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    void add(Tx tx, Collection<Passbook> passbooks) {
        for (Passbook book : passbooks) {
            for (PutOff each : book.putOff()) {
                tx.send(
                        ADD,
                        book.customerId(),
                        book.programme(),
                        each.transfers(),
                        each.lots().stream().map(PutOff.Ended::lot).toArray(Long[]::new),
                        each.lots().stream()
                                .map(ended -> ended.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new),
                        each.causedBy(),
                        Column.at(each.at()));
            }
        }
    }
}
