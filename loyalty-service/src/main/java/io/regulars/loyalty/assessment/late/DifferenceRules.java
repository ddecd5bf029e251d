package io.regulars.loyalty.assessment.late;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.late.LatenessRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a receipt is worth more since another one is known to have come before it. */
final class DifferenceRules {

    private DifferenceRules() {}

    private record Place(int line, String rule, String wallet) {}

    /**
     * In each wallet no more than the late receipt changed, and no more than is missing.
     *
     * @param given what the receipt was given so far
     * @param without what it would bring if it were judged once more and nothing had come late
     * @param with what it would bring after the late receipt
     */
    static List<Award> more(List<Award> given, List<Award> without, List<Award> with) {
        Map<String, Long> known = byWallet(given);
        byWallet(without).forEach((wallet, points) -> known.merge(wallet, points, Math::max));
        Map<String, Long> left = new HashMap<>(LatenessRules.madeGood(known, byWallet(with)));
        Map<Place, Long> had = new HashMap<>();
        for (Award award : given) had.merge(place(award), award.actual(), Long::sum);
        List<Award> more = new ArrayList<>();
        for (Award award : with) {
            long same = Math.min(award.actual(), had.getOrDefault(place(award), 0L));
            had.merge(place(award), -same, Long::sum);
            long points = Math.min(award.actual() - same, left.getOrDefault(award.wallet(), 0L));
            if (points == 0) continue;
            left.merge(award.wallet(), -points, Long::sum);
            more.add(new Award(award.line(), award.rule(), award.version(), award.wallet(), points, points, null));
        }
        return more;
    }

    static Map<String, Long> byWallet(List<Award> awards) {
        Map<String, Long> points = new HashMap<>();
        for (Award award : awards) points.merge(award.wallet(), award.actual(), Long::sum);
        return points;
    }

    private static Place place(Award award) {
        return new Place(award.line(), award.rule(), award.wallet());
    }
}
