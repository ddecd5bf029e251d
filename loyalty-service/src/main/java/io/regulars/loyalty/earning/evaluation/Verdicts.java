package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.programme.condition.Condition.Answer;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is decided about each rule; the first decision against it stands. */
final class Verdicts {

    private final Map<String, Verdict> decided = new LinkedHashMap<>();
    private final Set<String> alarming = new HashSet<>();

    void not(Rule rule, String why) {
        decided.putIfAbsent(rule.id(), Verdict.not(rule.id(), why));
    }

    void answered(Rule rule, Answer answer) {
        if (answer.unanswerable()) alarm(rule, answer);
        not(rule, answer.why());
    }

    /** Somebody should look at this rule, whether it applies for other reasons or not. */
    void alarm(Rule rule, Answer answer) {
        if (answer.unanswerable()) alarming.add(rule.id());
    }

    void applied(String rule, String why) {
        decided.putIfAbsent(rule, Verdict.applied(rule, why));
    }

    /** In the order of the rules, what the tier does last. */
    List<Verdict> inOrder(List<Rule> rules) {
        Map<String, Verdict> left = new LinkedHashMap<>(decided);
        List<Verdict> ordered = new ArrayList<>();
        for (Rule rule : rules) {
            Verdict verdict = left.remove(rule.id());
            ordered.add(
                    new Verdict(verdict.rule(), verdict.applied(), verdict.why(), alarming.contains(verdict.rule())));
        }
        ordered.addAll(left.values());
        return ordered;
    }
}
