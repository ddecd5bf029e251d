package io.regulars.loyalty.refund.takeback;

import io.regulars.loyalty.earning.amount.Candidate;
import io.regulars.loyalty.earning.amount.ExactPoints;
import io.regulars.loyalty.earning.amount.Given;
import io.regulars.loyalty.earning.amount.RoundingRules;
import io.regulars.loyalty.earning.basket.Basket;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** A refund without its purchase takes back what its goods earn today by base rules that ask for nothing else. */
public final class UnreferencedRules {

    private UnreferencedRules() {}

    /** @param goods what came back, written as if it were bought */
    public static List<Award> awards(Basket goods, ProgrammeVersion programme) {
        if (!programme.accepts(goods.money())) return List.of();
        List<Candidate> base = programme.rules().stream()
                .filter(UnreferencedRules::asksForNothingElse)
                .map(rule -> new Candidate(rule, fitting(rule, goods), ""))
                .toList();
        Given given = new ExactPoints(goods, programme, null, true).of(base);
        int places = goods.lines().size() + 1;
        List<long[]> whole = RoundingRules.whole(
                given.shares(), places, programme.document().earning().rounding());
        List<Award> awards = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            Given.Share share = given.shares().get(i);
            for (int place = 0; place < places; place++) {
                long points = whole.get(i)[place];
                int line = place == places - 1
                        ? Award.WHOLE_RECEIPT
                        : goods.lines().get(place).number();
                if (points > 0) {
                    awards.add(new Award(line, share.rule(), programme.number(), share.wallet(), points, points, null));
                }
            }
        }
        return awards;
    }

    private static boolean asksForNothingElse(Rule rule) {
        return rule.isBase()
                && rule.when() == null
                && rule.lineWhen() == null
                && rule.written().place().equals(io.regulars.loyalty.programme.document.rule.Place.ANY)
                && rule.written().occasion().equals(io.regulars.loyalty.programme.document.rule.Occasion.ANY);
    }

    private static boolean[] fitting(Rule rule, Basket goods) {
        boolean[] fitting = new boolean[goods.lines().size()];
        for (int i = 0; i < fitting.length; i++) {
            fitting[i] = rule.lines().whyNot(goods.lines().get(i)) == null;
        }
        return fitting;
    }
}
