package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.amount.Candidate;
import io.regulars.loyalty.earning.amount.ExactPoints;
import io.regulars.loyalty.earning.amount.Given;
import io.regulars.loyalty.earning.amount.RoundingRules;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What something brings a member. The same under the same version, standing and counters is always the same. */
public final class EvaluationRules {

    private final Happening happening;
    private final MemberStanding member;
    private final ProgrammeVersion programme;
    private final Verdicts verdicts = new Verdicts();
    private final ExactPoints points;
    private final List<Award> refused = new ArrayList<>();

    private EvaluationRules(Happening happening, MemberStanding member, ProgrammeVersion programme) {
        this.happening = happening;
        this.member = member;
        this.programme = programme;
        Level tier =
                member.tier() == null ? null : programme.level(member.tier()).orElse(null);
        this.points = new ExactPoints(happening.basket(), programme, tier, !member.sameVisit());
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
            Map<String, List<Award>> desired = wholePoints(remaining);
            Candidate tooMuch = firstTooMuch(remaining, desired);
            if (tooMuch == null) return withinReceipt(desired);
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

    private Map<String, List<Award>> withinReceipt(Map<String, List<Award>> desired) {
        for (WalletPolicy wallet : programme.document().wallets()) {
            long all = desired.values().stream()
                    .flatMap(List::stream)
                    .filter(award -> award.wallet().equals(wallet.id()))
                    .mapToLong(Award::desired)
                    .sum();
            if (wallet.perReceipt() == null || all <= wallet.perReceipt()) continue;
            String why = "the receipt would bring " + all + ", and may bring " + wallet.perReceipt();
            desired.replaceAll((rule, awards) -> awards.stream()
                    .map(award -> award.wallet().equals(wallet.id()) ? award.credited(0, why) : award)
                    .toList());
        }
        return desired;
    }

    private Map<String, List<Award>> wholePoints(List<Candidate> remaining) {
        Given given = points.of(remaining);
        List<Given.Share> shares = given.shares();
        int places =
                (happening.basket() == null ? 0 : happening.basket().lines().size()) + 1;
        List<long[]> whole = RoundingRules.whole(
                shares, places, programme.document().earning().rounding());
        Map<String, List<Award>> unordered = new LinkedHashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            List<Award> awards = unordered.computeIfAbsent(shares.get(i).rule(), id -> new ArrayList<>());
            for (int place = 0; place < places; place++) {
                long desired = whole.get(i)[place];
                if (desired > 0) awards.add(award(shares.get(i), place, desired));
            }
        }
        return inOrder(unordered);
    }

    private Map<String, List<Award>> inOrder(Map<String, List<Award>> unordered) {
        Map<String, List<Award>> ordered = new LinkedHashMap<>();
        for (Rule rule : programme.rules()) {
            if (unordered.containsKey(rule.id())) ordered.put(rule.id(), unordered.remove(rule.id()));
        }
        ordered.putAll(unordered);
        return ordered;
    }

    private Award award(Given.Share share, int place, long desired) {
        boolean ofLine =
                happening.basket() != null && place < happening.basket().lines().size();
        int line = ofLine ? happening.basket().lines().get(place).number() : Award.WHOLE_RECEIPT;
        return new Award(line, share.rule(), programme.number(), share.wallet(), desired, desired, null);
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
