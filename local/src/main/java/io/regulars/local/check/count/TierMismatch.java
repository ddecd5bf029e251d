package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.model.Expected;
import io.regulars.local.check.model.ReferenceModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Memberships that are not what the reference model reckons: tier, spend by days, and from when receipts count. */
public final class TierMismatch {
    private static final String NET_SPEND = "net_spend";

    private final Evidence evidence;
    private final ReferenceModel model;
    private final Optional<Terms> tiers;
    private final Tally tally = new Tally("model: tier");

    private TierMismatch(Evidence evidence) {
        this.evidence = evidence;
        this.model = ReferenceModel.of(evidence);
        this.tiers = evidence.versions.tiers();
    }

    public static Finding find(Evidence evidence) {
        TierMismatch mismatch = new TierMismatch(evidence);
        evidence.loyalty.members.forEach(mismatch::member);
        evidence.facts.enrolments.forEach(mismatch::enrolment);
        mismatch.moves();
        new CountedDays(evidence, mismatch.model, mismatch.tally).compare();
        return mismatch.tally.finding();
    }

    private void member(Loyalty.Member member) {
        Expected expected = model.members().get(member.customer());
        if (expected == null
                || !model.knowsMember(member.customer())
                || evidence.loyalty.byHand.contains(member.customer())) return;
        String who = evidence.id(member.customer()).toString();
        if (member.spendAsOf() < expected.asOf() - 1) {
            tally.wrong(
                    "spend of %s is as of %s and should be as of %s",
                    who, Micros.instant(member.spendAsOf()), Micros.instant(expected.asOf()));
        }
        if (!Micros.same(member.countsFrom(), expected.countsFrom())) {
            tally.wrong(
                    "receipts of %s count from %s and should from %s",
                    who, Micros.instant(member.countsFrom()), Micros.instant(expected.countsFrom()));
        }
        if (member.purchases() != expected.purchases()) {
            tally.wrong("of %s %d purchases count and %d should", who, member.purchases(), expected.purchases());
        }
        if (member.isSettled()) settled(member, expected, who);
    }

    /** Nothing tells which days an older row is the sum of: it is compared once a fact has settled it. */
    private void settled(Loyalty.Member member, Expected expected, String who) {
        long first = member.windowFirst();
        long last = member.windowLast();
        long spend = expected.spend(first, last);
        boolean bySpend = member.basis().isEmpty() || member.basis().equals(NET_SPEND);
        if (bySpend && member.spend() != spend) {
            tally.wrong("spend of %s is %d and should be %d", who, member.spend(), spend);
        }
        tiers.ifPresent(terms -> {
            LocalDate day = terms.day(member.spendAsOf());
            if (last != day.toEpochDay() || first != terms.windowFirst(day).toEpochDay()) {
                tally.wrong(
                        "spend of %s is from %s to %s and not as of %s",
                        who, LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last), day);
            }
            String due = terms.level(spend);
            if (!member.tier().equals(due)) tally.wrong("%s is %s and should be %s", who, member.tier(), due);
        });
    }

    private void enrolment(Facts.Enrolment told) {
        Terms terms = evidence.versions.at(told.enrolledAt()).terms();
        boolean lowest = terms.levels().isEmpty()
                || told.tier().equals(terms.levels().get(0).name());
        boolean again = evidence.loyalty.byHand.contains(told.customer());
        boolean right = (again || told.countsFrom() == terms.countsFrom(told.enrolledAt()))
                && (again || lowest)
                && told.programme().equals(terms.programme());
        if (!right) tally.wrong("MemberEnrolled of %s says other terms", evidence.id(told.customer()));
    }

    private record Owner(int customer, String programme) {}

    /**
     * Each move begins where the one before it ended, and the last one ends where the member is. That a version brings
     * tiers or takes them away is told to nobody: whoever was told of none, or has none any more, is not compared.
     */
    private void moves() {
        told();
        Map<Owner, String> kept = new HashMap<>();
        evidence.loyalty.tierHistory.forEach(
                each -> kept.put(new Owner(each.customer(), each.programme()), each.tier()));
        for (Loyalty.Member each : evidence.loyalty.members) {
            if (!model.knowsMember(each.customer())) continue;
            String last = kept.getOrDefault(new Owner(each.customer(), each.programme()), "");
            if (!each.tier().equals(last)) {
                tally.wrong("%s is %s and by its history %s", evidence.id(each.customer()), each.tier(), last);
            }
        }
    }

    private void told() {
        Map<Owner, String> told = new HashMap<>();
        evidence.facts.enrolments.forEach(each -> told.put(new Owner(each.customer(), each.programme()), each.tier()));
        for (Facts.TierMove each : evidence.facts.tierMoves) {
            if (!model.knowsMember(each.customer())) continue;
            boolean byHand = evidence.loyalty.byHand.contains(each.customer());
            boolean reached =
                    byHand || tiers.isEmpty() || each.to().equals(tiers.get().level(each.spend()));
            String before = told.put(new Owner(each.customer(), each.programme()), each.to());
            boolean follows = each.from().equals(before) || "".equals(before);
            if (!follows || !reached) {
                tally.wrong("TierChanged of %s, event %s", evidence.id(each.customer()), evidence.id(each.event()));
            }
        }
        for (Loyalty.Member each : evidence.loyalty.members) {
            if (!model.knowsMember(each.customer())) continue;
            String last = told.get(new Owner(each.customer(), each.programme()));
            boolean both = last != null && !last.isEmpty() && !each.tier().isEmpty();
            if (both && !last.equals(each.tier())) {
                tally.wrong("%s is %s and was last told %s", evidence.id(each.customer()), each.tier(), last);
            }
        }
    }
}
