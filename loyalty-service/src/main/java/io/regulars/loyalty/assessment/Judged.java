package io.regulars.loyalty.assessment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a purchase that counts brought, once and for ever.
 *
 * @param version of the programme, and {@code tier} of the member, by which it was judged
 * @param late it came after the programme's grace
 * @param awards as they were announced, and {@code madeGood} what came on top since
 */
public record Judged(
        UUID purchaseId,
        String programme,
        UUID customerId,
        int version,
        String tier,
        boolean late,
        List<Award> awards,
        List<Saying> verdicts,
        List<MadeGood> madeGood) {

    public Judged {
        awards = List.copyOf(awards);
        verdicts = List.copyOf(verdicts);
        madeGood = List.copyOf(madeGood);
    }

    /** Whether a rule applied and why, in words. Stored as {@code [rule, applied, why]}. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"rule", "applied", "why"})
    public record Saying(String rule, boolean applied, String why) {
        static Saying of(Verdict verdict) {
            return new Saying(verdict.rule(), verdict.applied(), verdict.why());
        }
    }

    Judged and(MadeGood more) {
        List<MadeGood> all = Stream.concat(madeGood.stream(), Stream.of(more)).toList();
        return new Judged(purchaseId, programme, customerId, version, tier, late, awards, verdicts, all);
    }

    /** All it is worth: what was announced, then what was made good. */
    public List<Award> earned() {
        List<Award> earned = new ArrayList<>(awards);
        madeGood.forEach(more -> earned.addAll(more.awards()));
        return earned;
    }

    /** Points of one kind, as credited. */
    public long points(String wallet) {
        return earned().stream()
                .filter(award -> award.wallet().equals(wallet))
                .mapToLong(Award::actual)
                .sum();
    }

    /** As facts tell it: what was credited, and what was refused. */
    List<MembershipEvent.Award> told() {
        return awards.stream().map(Judged::told).toList();
    }

    static MembershipEvent.Award told(Award award) {
        boolean all = award.desired() == award.actual();
        return new MembershipEvent.Award(
                award.line(),
                award.rule(),
                award.actual(),
                award.wallet(),
                award.version(),
                all ? null : award.desired(),
                award.refusal());
    }
}
