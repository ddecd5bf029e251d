package io.regulars.loyalty.assessment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.regulars.loyalty.assessment.Judged.Saying;
import io.regulars.loyalty.assessment.JudgedPile.More;
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
        select a.purchase_id, a.programme, a.customer_id, a.version, a.tier, a.late, a.awards, a.verdicts,
               (select '[' || string_agg(
                           '["' || m.late_purchase_id || '",' || m.awards || ',' || m.came_back || ']',
                           ',' order by m.at, m.late_purchase_id) || ']'
                from made_good m where m.purchase_id = a.purchase_id and m.programme = a.programme) as made_good
        from assessment a where a.purchase_id = any($1::uuid[])
        """;
    private static final String ADD = """
        insert into assessment (purchase_id, programme, customer_id, version, tier, late, awards, verdicts)
        select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::text[], $6::boolean[], $7::text[],
                             $8::text[])
        """;

    private static final String MAKE_GOOD = """
        insert into made_good (purchase_id, programme, late_purchase_id, customer_id, awards, came_back, at)
        select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[],
                             $7::timestamptz[])
        """;

    /** An award as it is stored, its version beside all of them. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"line", "rule", "wallet", "desired", "actual", "refusal"})
    record Kept(int line, String rule, String wallet, long desired, long actual, String refusal) {
        Award of(int version) {
            return new Award(line, rule, version, wallet, desired, actual, refusal);
        }
    }

    /** What a late receipt made good. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"latePurchaseId", "awards", "cameBack"})
    record KeptGood(UUID latePurchaseId, List<Kept> awards, long cameBack) {
        MadeGood of(int version) {
            return new MadeGood(latePurchaseId, Assessments.awards(awards, version), cameBack);
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
                awards(List.of(Json.read(bytes(row, "awards"), Kept[].class)), version),
                List.of(Json.read(bytes(row, "verdicts"), Saying[].class)),
                madeGood(row, version));
    }

    private static List<MadeGood> madeGood(Row row, int version) {
        if (row.getString("made_good") == null) return List.of();
        return Stream.of(Json.read(bytes(row, "made_good"), KeptGood[].class))
                .map(kept -> kept.of(version))
                .toList();
    }

    private static List<Award> awards(List<Kept> kept, int version) {
        return kept.stream().map(each -> each.of(version)).toList();
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
                Column.texts(judged, each -> textOf(each.awards())),
                Column.texts(judged, each -> text(each.verdicts().toArray(Saying[]::new))));
    }

    public void makeGood(Tx tx, Collection<More> more) {
        if (more.isEmpty()) return;
        tx.send(
                MAKE_GOOD,
                Column.uuids(more, each -> each.judged().purchaseId()),
                Column.texts(more, each -> each.judged().programme()),
                Column.uuids(more, each -> each.madeGood().latePurchaseId()),
                Column.uuids(more, each -> each.judged().customerId()),
                Column.texts(more, each -> textOf(each.madeGood().awards())),
                Column.longs(more, each -> each.madeGood().cameBack()),
                Column.instants(more, More::at));
    }

    static String textOf(List<Award> awards) {
        return text(awards.stream().map(Assessments::kept).toArray(Kept[]::new));
    }

    static Kept kept(Award award) {
        return new Kept(award.line(), award.rule(), award.wallet(), award.desired(), award.actual(), award.refusal());
    }

    static String text(Object told) {
        return new String(Json.bytes(told), StandardCharsets.UTF_8);
    }
}
