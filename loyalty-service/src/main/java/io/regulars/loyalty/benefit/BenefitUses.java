package io.regulars.loyalty.benefit;

import io.regulars.loyalty.membership.Owner;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Every use of what a tier gives. Rows are never changed. */
@ApplicationScoped
class BenefitUses {

    private static final String ADD = """
        insert into benefit_use (id, customer_id, programme, benefit, tier, store, reference, asked_by, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    record Use(UUID id, String benefit, String tier, String store, String reference, String askedBy, Instant at) {}

    void add(Tx tx, Owner owner, Use use) {
        tx.send(
                ADD,
                use.id(),
                owner.customerId(),
                owner.programme(),
                use.benefit(),
                use.tier(),
                use.store(),
                use.reference(),
                use.askedBy(),
                Column.at(use.at()));
    }
}
