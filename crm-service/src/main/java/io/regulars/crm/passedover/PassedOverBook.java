package io.regulars.crm.passedover;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.trimming.Keeping;
import io.regulars.platform.trimming.Outlived;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Identifiers that were passed over, kept for a while so that staff see where they come from. */
@ApplicationScoped
public class PassedOverBook implements Outlived {

    private static final String ADD = """
            insert into passed_over (about, type, why, source, store, customer_id, recorded_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[],
                                 $7::timestamptz[])
                          as n (about, type, why, source, store, customer_id, recorded_at)
            order by about, type, why
            on conflict do nothing
            """;
    private static final String REMOVE = """
            delete from passed_over where (about, type, why) in (
                select about, type, why from passed_over where recorded_at < $1
                order by recorded_at limit $2 for update skip locked)
            """;

    private final PassedOverKeeping keeping;

    PassedOverBook(PassedOverKeeping keeping) {
        this.keeping = keeping;
    }

    public void add(Tx tx, List<PassedOver> passedOver) {
        if (passedOver.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(passedOver, PassedOver::about),
                Column.texts(passedOver, each -> each.type().wireName()),
                Column.texts(passedOver, each -> each.why().wireName()),
                Column.texts(passedOver, PassedOver::source),
                Column.texts(passedOver, PassedOver::store),
                Column.uuids(passedOver, PassedOver::customerId),
                Column.instants(passedOver, PassedOver::recordedAt));
    }

    @Override
    public String what() {
        return "identifiers that were passed over";
    }

    @Override
    public int remove(Tx tx, Instant now, int most) {
        return tx.count(REMOVE, Column.at(Keeping.before(now, keeping.passedOver())), most);
    }
}
