package io.regulars.loyalty.membership;

import io.regulars.loyalty.membership.Memberships.OptIn;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What was agreed to, when and where; one row for each time somebody joins or comes back. */
@ApplicationScoped
public class OptIns {

    private static final String AGREE = """
        insert into opt_in (customer_id, programme, enrolled_at, channel, consent_version, consent_text,
                            recorded_at, asked_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    public void add(Tx tx, Membership membership, Instant enrolledAt, OptIn optIn) {
        tx.send(
                AGREE,
                membership.customerId(),
                membership.programme(),
                Column.at(enrolledAt),
                optIn.channel(),
                optIn.version(),
                optIn.text(),
                Column.at(optIn.recordedAt()),
                optIn.askedBy());
    }
}
