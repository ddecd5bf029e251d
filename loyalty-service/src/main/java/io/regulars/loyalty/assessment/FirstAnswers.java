package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one answer to each receipt, where it was said: in the journal, under an id that follows from its cause. */
@ApplicationScoped
public class FirstAnswers {

    private static final String SAID = "select body from journal where event_id = any($1::uuid[])";

    /** @param customers whom the answer may have been about; without one it is about the receipt */
    Optional<PurchaseAssessed> to(Tx tx, UUID receiptId, UUID toldBy, List<UUID> customers) {
        List<UUID> possible = new ArrayList<>();
        possible.add(idOf(receiptId, null, toldBy));
        for (UUID customer : customers) possible.add(idOf(receiptId, customer, toldBy));
        for (Row row : tx.rows(SAID, (Object) Column.uuids(possible))) {
            return Optional.of(Json.read(row.getBuffer("body").getBytes(), PurchaseAssessed.class));
        }
        return Optional.empty();
    }

    private static UUID idOf(UUID receiptId, UUID customerId, UUID toldBy) {
        Facts facts = new Facts(Instant.EPOCH);
        facts.say(
                new PurchaseAssessed(
                        receiptId, customerId, Outcome.WAITING, null, List.of(), null, null, Instant.EPOCH),
                Cause.command(toldBy, Instant.EPOCH));
        return facts.said().get(0).eventId();
    }
}
