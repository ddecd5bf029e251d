package io.regulars.loyalty.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.platform.http.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a receipt came to, as it was first answered, as it is now, and why. {@code why} has a sentence per award, or one
 * that says why there is none; {@code rules} says of every rule whether it applied and what decided; {@code judged} is
 * what it brought in every programme, everything else is about the first one.
 */
public record ShownAssessment(
        @JsonUnwrapped PurchaseAssessed first,
        Current current,
        List<String> why,
        List<Decided> rules,
        List<InProgramme> judged,
        Map<String, Instant> asOf) {

    /** What it brought in one of the programmes that count it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InProgramme(String programme, int version, String tier, boolean late, List<Award> awards) {
        static InProgramme of(Judged judged) {
            return new InProgramme(judged.programme(), judged.version(), judged.tier(), judged.late(), judged.told());
        }
    }

    /** Under a version of a programme a rule applied or did not, and why. */
    public record Decided(String programme, int version, String rule, boolean applied, String why) {}

    /** What it brought of the first kind of points: a purchase less what its refunds took, a refund below zero. */
    public record Current(long points) {}

    /** A receipt that has not been judged: it may still be on its way, or it came and could not be judged. */
    public record NotYet(@JsonUnwrapped Problem problem, boolean parked) {}

    static ShownAssessment of(
            PurchaseAssessed first, long now, List<String> why, List<Judged> judged, Map<String, Instant> asOf) {
        List<InProgramme> each = judged.stream().map(InProgramme::of).toList();
        return new ShownAssessment(first, new Current(now), why, decided(judged), each, asOf);
    }

    private static List<Decided> decided(List<Judged> judged) {
        List<Decided> decided = new ArrayList<>();
        for (Judged each : judged) {
            for (Judged.Saying verdict : each.verdicts()) {
                decided.add(new Decided(
                        each.programme(), each.version(), verdict.rule(), verdict.applied(), verdict.why()));
            }
        }
        return decided;
    }
}
