package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.earning.amount.Candidate;
import io.regulars.loyalty.earning.amount.ExactPoints;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.EarningPolicy.Choose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which candidates remain: of a group one, the first or the one that brings most on top of the rules in no group (ties:
 * the first); then, of those, none after one that stops the rest.
 */
final class GroupRules {

    private GroupRules() {}

    static List<Candidate> remaining(
            List<Candidate> candidates, ExactPoints points, ProgrammeVersion programme, Verdicts verdicts) {
        Map<String, Candidate> chosen = chosen(candidates, points, programme);
        List<Candidate> remaining = new ArrayList<>();
        String stoppedBy = null;
        for (Candidate each : candidates) {
            Candidate winner = chosen.get(each.rule().written().group());
            if (winner != null && winner != each) {
                verdicts.not(each.rule(), "of its group " + winner.rule().id() + " applies");
            } else if (stoppedBy != null) {
                verdicts.not(each.rule(), stoppedBy + " applies and stops what comes after it");
            } else {
                remaining.add(each);
                if (each.rule().written().stop()) stoppedBy = each.rule().id();
            }
        }
        return remaining;
    }

    private static Map<String, Candidate> chosen(
            List<Candidate> candidates, ExactPoints points, ProgrammeVersion programme) {
        Map<String, Candidate> chosen = new HashMap<>();
        List<Candidate> free = candidates.stream()
                .filter(each -> each.rule().written().group() == null)
                .toList();
        for (Candidate each : candidates) {
            String group = each.rule().written().group();
            if (group == null) continue;
            Candidate best = chosen.putIfAbsent(group, each);
            if (best == null || programme.groups().get(group) == Choose.FIRST) continue;
            if (worth(each, free, points).compareTo(worth(best, free, points)) > 0) chosen.put(group, each);
        }
        return chosen;
    }

    private static Fraction worth(Candidate candidate, List<Candidate> free, ExactPoints points) {
        List<Candidate> with = new ArrayList<>(free);
        with.add(candidate);
        return points.of(with).total(candidate.rule().id());
    }
}
