package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.amount.Candidate;
import io.regulars.loyalty.earning.amount.ExactPoints;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What something brings a member. The same under the same version, standing and counters is always the same. */
public final class EvaluationRules {

    private final Happening happening;
    private final MemberStanding member;
    private final ProgrammeVersion programme;
    private final Verdicts verdicts = new Verdicts();
    private final ExactPoints points;
    private final DesiredPoints whole;
    private final List<Award> refused = new ArrayList<>();

    private EvaluationRules(Happening happening, MemberStanding member, ProgrammeVersion programme) {
        this.happening = happening;
        this.member = member;
        this.programme = programme;
        Level tier =
                member.tier() == null ? null : programme.level(member.tier()).orElse(null);
        this.points = new ExactPoints(happening.basket(), programme, tier, !member.sameVisit());
        this.whole = new DesiredPoints(points, happening.basket(), programme);
    }

    public static Evaluation evaluate(
            Happening happening,
            MemberStanding member,
            Counters counters,
            Switches switches,
            ProgrammeVersion programme) {
        return new EvaluationRules(happening, member, programme).in(counters, switches);
    }

    private Evaluation in(Counters counters, Switches switches) {
        List<Candidate> candidates =
                new SelectionRules(happening, member, counters, switches, programme, verdicts).candidates();
        List<Candidate> remaining = new ArrayList<>(GroupRules.remaining(candidates, points, programme, verdicts));
        Map<String, List<Award>> desired = desired(remaining);
        explain(remaining, desired);
        CreditRules credit = new CreditRules(programme, happening, counters);
        List<Award> awards = new ArrayList<>(credit.credit(desired));
        awards.addAll(refused);
        return new Evaluation(awards, verdicts.inOrder(programme.rules()), credit.after());
    }

    /** What is too much for one receipt is refused whole, and what builds on it is counted anew. */
    private Map<String, List<Award>> desired(List<Candidate> remaining) {
        while (true) {
            Map<String, List<Award>> desired = whole.of(remaining);
            Candidate tooMuch = firstTooMuch(remaining, desired);
            if (tooMuch == null) return whole.withinReceipt(desired);
            Rule rule = tooMuch.rule();
            long wanted = sum(desired.get(rule.id()));
            String why = "it would bring " + wanted + ", more than the "
                    + rule.written().limits().perReceipt() + " it may bring on one receipt";
            verdicts.not(rule, why);
            refused.add(new Award(Award.WHOLE_RECEIPT, rule.id(), programme.number(), rule.wallet(), wanted, 0, why));
            remaining.remove(tooMuch);
        }
    }

    /** Base rules are looked at first: without them others may fit. */
    private static Candidate firstTooMuch(List<Candidate> remaining, Map<String, List<Award>> desired) {
        Candidate first = null;
        for (Candidate each : remaining) {
            Long most = each.rule().written().limits().perReceipt();
            if (most == null || sum(desired.getOrDefault(each.rule().id(), List.of())) <= most) continue;
            if (each.rule().isBase()) return each;
            if (first == null) first = each;
        }
        return first;
    }

    private void explain(List<Candidate> remaining, Map<String, List<Award>> desired) {
        for (Candidate each : remaining) {
            Rule rule = each.rule();
            if (desired.containsKey(rule.id())) verdicts.applied(rule.id(), each.why());
            else verdicts.not(rule, ExplanationOfNothing.why(rule, member));
        }
        desired.keySet().stream()
                .filter(id -> id.startsWith(ExactPoints.TIER))
                .forEach(id -> verdicts.applied(id, "the member is in tier " + member.tier()));
    }

    private static long sum(List<Award> awards) {
        return awards.stream().mapToLong(Award::desired).sum();
    }
}
