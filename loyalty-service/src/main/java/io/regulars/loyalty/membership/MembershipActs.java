package io.regulars.loyalty.membership;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Who did what to whose membership by hand, when and why. Rows are never changed. */
@ApplicationScoped
public class MembershipActs {

    private static final String ADD = """
        insert into membership_act (customer_id, programme, act, detail, reason, asked_by, caused_by, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    public enum Act {
        GRANT,
        LOCK,
        UNLOCK,
        STATUS,
        LEAVE
    }

    /** @param detail what exactly; {@code reason} null only for who leaves */
    public record Done(Act act, Object detail, String reason, String askedBy) {}

    public void add(Tx tx, Owner owner, Done done, Cause cause) {
        tx.send(
                ADD,
                owner.customerId(),
                owner.programme(),
                done.act().name().toLowerCase(Locale.ROOT),
                new String(Json.bytes(done.detail()), StandardCharsets.UTF_8),
                done.reason(),
                done.askedBy(),
                cause.eventId(),
                Column.at(cause.recordedAt()));
    }
}
