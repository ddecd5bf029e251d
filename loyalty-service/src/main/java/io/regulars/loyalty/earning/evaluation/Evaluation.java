package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.limit.Counters;
import java.util.List;

/**
 * What something brings: the points, why each rule gave them or not, and the counters it leaves.
 *
 * @param explanation one for every rule of the programme, as they are asked, and one for the tier when it multiplies
 */
public record Evaluation(List<Award> awards, List<Verdict> explanation, Counters after) {

    public Evaluation {
        awards = List.copyOf(awards);
        explanation = List.copyOf(explanation);
    }

    public long points(String wallet) {
        return awards.stream()
                .filter(award -> award.wallet().equals(wallet))
                .mapToLong(Award::actual)
                .sum();
    }
}
