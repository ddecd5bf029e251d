package io.regulars.loyalty.assessment;

import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** What members got for something else than a purchase, with the rules that decided. Rows are never changed. */
@ApplicationScoped
public class AwardsWithoutPurchase {

    private static final String ADD = """
        insert into award_without_purchase (id, customer_id, programme, trigger, version, tier, awards, verdicts, at,
                                            touchpoint_id, late)
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[],
                             $8::text[], $9::timestamptz[], $10::uuid[], $11::boolean[])
        """;

    public void add(Tx tx, Collection<Awarded> awarded) {
        if (awarded.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(awarded, each -> UUID.randomUUID()),
                Column.uuids(awarded, Awarded::customerId),
                Column.texts(awarded, Awarded::programme),
                Column.texts(awarded, Awarded::trigger),
                Column.ints(awarded, Awarded::version),
                Column.texts(awarded, Awarded::tier),
                Column.texts(
                        awarded,
                        each -> Assessments.text(
                                each.awards().stream().map(Assessments::kept).toArray())),
                Column.texts(awarded, each -> Assessments.text(each.verdicts().toArray(Saying[]::new))),
                Column.instants(awarded, Awarded::at),
                Column.uuids(awarded, Awarded::touchpointId),
                Column.flags(awarded, Awarded::late));
    }
}
