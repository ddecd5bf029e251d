package io.regulars.loyalty.refund.takeback;

import static io.regulars.loyalty.earning.evaluation.Scene.NOON;
import static io.regulars.loyalty.earning.evaluation.Scene.basket;
import static io.regulars.loyalty.earning.evaluation.Scene.document;
import static io.regulars.loyalty.earning.evaluation.Scene.line;
import static io.regulars.loyalty.earning.evaluation.Scene.paid;
import static io.regulars.loyalty.earning.evaluation.Scene.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods that come back without their purchase take back what they would earn today by the plain base rules. */
class UnreferencedTest {

    private static final String BASE = "- { id: base, gives: { points: 1, per: 1 } }\n";

    @Test
    void they_take_back_line_by_line_what_base_rules_give() {
        ProgrammeVersion programme = programme(BASE + """
                - { id: hot, gives: { points: 3, per: 1 }, lines: { include: { labels: [hot] } } }
                """);
        assertEquals(
                List.of(award(1, "base", 10), award(2, "base", 5), award(2, "hot", 15)),
                awards(programme, line(1, "A", 10_00), line(2, "B", 5_00, "hot")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gives: { fixed: 100 }",
                "gives: { multiply: 3 }",
                "gives: { points: 9, per: 1 }, when: basket.total > 0",
                "gives: { points: 9, per: 1 }, lines: { when: line.amount > 0 }",
                "gives: { points: 9, per: 1 }, place: { stores: [S-1] }",
                "gives: { points: 9, per: 1 }, occasion: { firstPurchase: true }"
            })
    void what_a_purchase_would_bring_by_its_circumstances_is_not_taken_back(String more) {
        ProgrammeVersion programme = programme(BASE + "- { id: more, " + more + " }");
        assertEquals(List.of(award(1, "base", 10)), awards(programme, line(1, "A", 10_00)));
    }

    @Test
    void what_is_not_about_these_goods_or_in_other_money_takes_nothing() {
        assertEquals(List.of(), awards(programme(BASE), line(1, Kind.FEE, "F", 10_00)));
        assertEquals(List.of(), awards(document("currency: USD", "", BASE), line(1, "A", 10_00)));
        assertEquals(List.of(), awards(programme(BASE), line(1, "A", 99)));
    }

    @Test
    void goods_that_are_told_by_their_total_alone_take_back_as_a_whole() {
        ProgrammeVersion programme = programme("- { id: base, gives: { points: 1, per: 1, of: receipt } }");
        Purchase.Line free = line(1, "A", 0);
        var total = paid(NOON, 25_99, true, List.of(), free);
        assertEquals(List.of(award(0, "base", 25)), UnreferencedRules.awards(total.basket(), programme));
    }

    private static List<Award> awards(ProgrammeVersion programme, Purchase.Line... goods) {
        return UnreferencedRules.awards(basket(goods).basket(), programme);
    }

    private static Award award(int line, String rule, long points) {
        return new Award(line, rule, 7, "points", points, points, null);
    }
}
