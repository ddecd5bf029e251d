package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.amount.Candidate;
import io.regulars.loyalty.earning.basket.BasketLine;
import io.regulars.loyalty.earning.basket.ConditionFacts;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.condition.Condition.Answer;
import io.regulars.loyalty.programme.document.rule.LineFilter;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Which rules' conditions hold, asked one after the other; what did not hold is said of each. */
final class SelectionRules {

    private final Happening happening;
    private final MemberStanding member;
    private final Counters counters;
    private final Switches switches;
    private final ProgrammeVersion programme;
    private final Verdicts verdicts;
    private ConditionFacts facts;

    SelectionRules(
            Happening happening,
            MemberStanding member,
            Counters counters,
            Switches switches,
            ProgrammeVersion programme,
            Verdicts verdicts) {
        this.happening = happening;
        this.member = member;
        this.counters = counters;
        this.switches = switches;
        this.programme = programme;
        this.verdicts = verdicts;
    }

    List<Candidate> candidates() {
        String none = whyNobody();
        List<Candidate> candidates = new ArrayList<>();
        for (Rule rule : programme.rules()) {
            String why = none == null ? whyNot(rule) : none;
            if (why != null) verdicts.not(rule, why);
            else ask(rule, candidates);
        }
        return candidates;
    }

    private String whyNobody() {
        if (switches.programmeStopped()) return "the programme is stopped";
        if (!programme.document().membership().may(member.status()).earn()) return "the member may not earn";
        boolean ours = happening.basket() == null
                || programme.accepts(happening.basket().money());
        return ours ? null : "the receipt is in " + happening.basket().money();
    }

    private String whyNot(Rule rule) {
        if (switches.rulesStopped().contains(rule.id())) return "it is stopped";
        if (!rule.written().trigger().equals(happening.trigger())) {
            return "it is about " + rule.written().trigger() + ", not " + happening.trigger();
        }
        String place = PlaceRules.whyNot(rule.written().place(), happening);
        if (place != null) return place;
        var day = happening.local().toLocalDate();
        String occasion = OccasionRules.whyNot(
                rule.written().occasion(), member, day, programme.document().weekStart());
        return occasion == null ? LimitRules.whyNotAgain(rule, happening, counters, programme) : occasion;
    }

    private void ask(Rule rule, List<Candidate> candidates) {
        String why = "nothing else is asked for";
        if (rule.when() != null) {
            Answer answer = rule.when().ask(facts().ofAll());
            if (!answer.holds()) {
                verdicts.answered(rule, answer);
                return;
            }
            why = answer.why();
        }
        if (happening.basket() == null) {
            candidates.add(new Candidate(rule, new boolean[0], why));
            return;
        }
        askLines(rule, why, candidates);
    }

    private void askLines(Rule rule, String why, List<Candidate> candidates) {
        List<BasketLine> lines = happening.basket().lines();
        boolean[] fitting = new boolean[lines.size()];
        boolean any = rule.written().lines().equals(LineFilter.ANY);
        String not = "there are no lines";
        for (int i = 0; i < fitting.length; i++) {
            not = rule.lines().whyNot(lines.get(i));
            if (not == null && rule.lineWhen() != null) {
                Answer answer = rule.lineWhen().ask(facts().ofLine(i));
                if (answer.unanswerable()) verdicts.alarm(rule, answer);
                not = answer.holds() ? null : answer.why();
            }
            fitting[i] = not == null;
            any |= fitting[i];
        }
        if (any) candidates.add(new Candidate(rule, fitting, why));
        else verdicts.not(rule, "no line fits: " + not);
    }

    private ConditionFacts facts() {
        if (facts == null) facts = new ConditionFacts(happening, member);
        return facts;
    }
}
