package io.regulars.loyalty.assessment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What purchases brought, with the rules that decided. Rows are never changed. */
@ApplicationScoped
public class Assessments {

    private static final String OF = """
        select purchase_id, programme, customer_id, version, tier, late, awards, verdicts
        from assessment where purchase_id = any($1::uuid[])
        """;
    private static final String ADD = """
        insert into assessment (purchase_id, programme, customer_id, version, tier, late, awards, verdicts)
        select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::text[], $6::boolean[], $7::text[],
                             $8::text[])
        """;

    /** An award as it is stored, its version beside all of them. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"line", "rule", "wallet", "desired", "actual", "refusal"})
    record Kept(int line, String rule, String wallet, long desired, long actual, String refusal) {
        Award of(int version) {
            return new Award(line, rule, version, wallet, desired, actual, refusal);
        }
    }

    /** Asked now, read later. */
    public Supplier<List<Judged>> of(Tx tx, Collection<UUID> purchaseIds) {
        if (purchaseIds.isEmpty()) return List::of;
        Tx.Answer rows = tx.ask(OF, (Object) Column.uuids(purchaseIds));
        return () -> {
            List<Judged> judged = new ArrayList<>();
            for (Row row : rows.rows()) judged.add(judged(row));
            return judged;
        };
    }

    private static Judged judged(Row row) {
        int version = row.getInteger("version");
        return new Judged(
                row.getUUID("purchase_id"),
                row.getString("programme"),
                row.getUUID("customer_id"),
                version,
                row.getString("tier"),
                row.getBoolean("late"),
                Stream.of(Json.read(bytes(row, "awards"), Kept[].class))
                        .map(kept -> kept.of(version))
                        .toList(),
                List.of(Json.read(bytes(row, "verdicts"), Saying[].class)));
    }

    private static byte[] bytes(Row row, String column) {
        return row.getString(column).getBytes(StandardCharsets.UTF_8);
    }

    public void add(Tx tx, Collection<Judged> judged) {
        if (judged.isEmpty()) return;
        tx.send(
                ADD,
                Column.uuids(judged, Judged::purchaseId),
                Column.texts(judged, Judged::programme),
                Column.uuids(judged, Judged::customerId),
                Column.ints(judged, Judged::version),
                Column.texts(judged, Judged::tier),
                Column.flags(judged, Judged::late),
                Column.texts(
                        judged,
                        each -> text(
                                each.awards().stream().map(Assessments::kept).toArray(Kept[]::new))),
                Column.texts(judged, each -> text(each.verdicts().toArray(Saying[]::new))));
    }

    static Kept kept(Award award) {
        return new Kept(award.line(), award.rule(), award.wallet(), award.desired(), award.actual(), award.refusal());
    }

    static String text(Object told) {
        return new String(Json.bytes(told), StandardCharsets.UTF_8);
    }
}
