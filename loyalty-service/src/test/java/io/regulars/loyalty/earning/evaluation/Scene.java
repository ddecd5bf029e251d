package io.regulars.loyalty.earning.evaluation;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Applied;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Tender;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words to tell of a programme, a member and a basket with. Amounts are in cents. */
public final class Scene {

    public static final LocalDate JOINED = LocalDate.of(2024, 2, 29);
    public static final MemberStanding MEMBER = MemberStanding.newcomer(null, JOINED);
    /** A Tuesday, 12:00 where the programme is. */
    public static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 10, 12, 0);

    private Scene() {}

    /** A programme of these rules, and of what else stands after them at the left margin. */
    public static ProgrammeVersion programme(String rules) {
        return earning("", rules);
    }

    public static ProgrammeVersion earning(String policies, String rules) {
        return document("", policies, rules);
    }

    public static ProgrammeVersion document(String parts, String policies, String rules) {
        return Cafe.version(
                "format: 1\nid: test\n" + parts + "\nearning:\n" + policies.indent(2) + "  rules:\n" + rules.indent(4));
    }

    public static Purchase.Line line(int number, String sku, long amount, String... labels) {
        return line(number, Kind.SALE, sku, amount, labels);
    }

    public static Purchase.Line line(int number, Kind kind, String sku, long amount, String... labels) {
        return new Purchase.Line(
                number,
                kind,
                sku,
                "category of " + sku,
                "brand of " + sku,
                null,
                List.of(labels),
                BigDecimal.ONE,
                null,
                null,
                0,
                amount);
    }

    /** Paid 1 of tax in 6, and a discount off the list. */
    public static Purchase.Line discounted(int number, String sku, long list, long paid, long tax) {
        List<Applied> discounts = List.of(new Applied("coupon", "C", list - paid));
        return new Purchase.Line(number, Kind.SALE, sku, null, null, null, null, null, list, discounts, tax, paid);
    }

    public static Happening basket(Purchase.Line... lines) {
        return basketAt(NOON, lines);
    }

    public static Happening basketAt(LocalDateTime local, Purchase.Line... lines) {
        return paid(local, Arrays.stream(lines).mapToLong(Purchase.Line::amount).sum(), true, List.of(), lines);
    }

    public static Happening paid(
            LocalDateTime local, long total, boolean taxIncluded, List<Tender> tenders, Purchase.Line... lines) {
        Instant at = local.atZone(Cafe.BERLIN).toInstant();
        long tax = Arrays.stream(lines).mapToLong(Purchase.Line::tax).sum();
        return Happening.purchase(
                new Purchase(
                        "S-1",
                        "T-1",
                        "R-" + at,
                        local.toLocalDate(),
                        at,
                        "store",
                        "EUR",
                        total,
                        taxIncluded,
                        tax,
                        0,
                        0,
                        false,
                        null,
                        List.of(lines),
                        null,
                        tenders),
                Cafe.BERLIN);
    }

    public static MemberStanding member(
            String tier, MonthDay birthday, long purchases, long visits, boolean sameVisit) {
        return new MemberStanding(
                Status.ACTIVE, tier, JOINED, birthday, purchases, visits, sameVisit, Map.of(), Set.of());
    }

    public static Evaluation evaluate(Happening happening, ProgrammeVersion programme) {
        return EvaluationRules.evaluate(happening, MEMBER, Counters.NONE, Switches.NONE, programme);
    }

    public static Evaluation evaluate(Happening happening, MemberStanding member, ProgrammeVersion programme) {
        return EvaluationRules.evaluate(happening, member, Counters.NONE, Switches.NONE, programme);
    }

    public static Evaluation evaluate(Happening happening, Counters counters, ProgrammeVersion programme) {
        return EvaluationRules.evaluate(happening, MEMBER, counters, Switches.NONE, programme);
    }

    public static long points(Happening happening, ProgrammeVersion programme) {
        return evaluate(happening, programme).points("points");
    }

    public static long points(Happening happening, MemberStanding member, ProgrammeVersion programme) {
        return evaluate(happening, member, programme).points("points");
    }

    public static String why(Evaluation evaluation, String rule) {
        return evaluation.explanation().stream()
                .filter(verdict -> verdict.rule().equals(rule))
                .map(verdict -> (verdict.applied() ? "yes: " : "no: ") + verdict.why())
                .findFirst()
                .orElseThrow();
    }
}
