package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.model.Expected;
import io.regulars.local.check.model.ReferenceModel;
import java.util.HashMap;
import java.util.Map;

/** Memberships that are not what the reference model reckons: tier, spend, and from when receipts count. */
public final class TierMismatch {
    private final Evidence evidence;
    private final ReferenceModel model;
    private final Tally tally = new Tally("model: tier");

    private TierMismatch(Evidence evidence) {
        this.evidence = evidence;
        this.model = ReferenceModel.of(evidence);
    }

    public static Finding find(Evidence evidence) {
        TierMismatch mismatch = new TierMismatch(evidence);
        evidence.loyalty.members.forEach(mismatch::member);
        evidence.facts.enrolments.forEach(mismatch::enrolment);
        mismatch.moves();
        return mismatch.tally.finding();
    }

    private void member(Loyalty.Member member) {
        Expected expected = model.members().get(member.customer());
        if (expected == null) return;
        String who = evidence.id(member.customer()).toString();
        String tier = evidence.terms.level(expected.spend());
        if (!member.tier().equals(tier)) tally.wrong("%s is %s and should be %s", who, member.tier(), tier);
        if (member.spend() != expected.spend()) {
            tally.wrong("spend of %s is %d and should be %d", who, member.spend(), expected.spend());
        }
        if (!Micros.same(member.spendAsOf(), expected.asOf())) {
            tally.wrong(
                    "spend of %s is as of %s and should be as of %s",
                    who, Micros.instant(member.spendAsOf()), Micros.instant(expected.asOf()));
        }
        if (!Micros.same(member.countsFrom(), expected.countsFrom())) {
            tally.wrong(
                    "receipts of %s count from %s and should from %s",
                    who, Micros.instant(member.countsFrom()), Micros.instant(expected.countsFrom()));
        }
    }

    private void enrolment(Facts.Enrolment told) {
        String lowest = evidence.terms.level(0);
        boolean right = told.countsFrom() == evidence.terms.countsFrom(told.enrolledAt())
                && told.tier().equals(lowest)
                && told.programme().equals(evidence.terms.programme());
        if (!right) tally.wrong("MemberEnrolled of %s says other terms", evidence.id(told.customer()));
    }

    /** Each move begins where the one before it ended, and the last one ends where the member is. */
    private void moves() {
        Map<Integer, String> tiers = new HashMap<>();
        evidence.facts.enrolments.forEach(each -> tiers.put(each.customer(), each.tier()));
        for (Facts.TierMove each : evidence.facts.tierMoves) {
            boolean right = each.from().equals(tiers.put(each.customer(), each.to()))
                    && each.to().equals(evidence.terms.level(each.spend()));
            if (!right) {
                tally.wrong("TierChanged of %s, event %s", evidence.id(each.customer()), evidence.id(each.event()));
            }
        }
        for (Loyalty.Member each : evidence.loyalty.members) {
            String told = tiers.get(each.customer());
            if (told != null && !told.equals(each.tier())) {
                tally.wrong("%s is %s and was last told %s", evidence.id(each.customer()), each.tier(), told);
            }
        }
    }
}
