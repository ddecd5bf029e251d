package io.regulars.loyalty.assessment.late;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.OpeningRules;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.PeriodRules;
import io.regulars.loyalty.tier.standing.TierMoveRules;
import io.regulars.loyalty.tier.standing.TierPlan;
import io.regulars.loyalty.tier.standing.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * To which tier a late receipt would have lifted the member, had it come in time. The way through the tiers is gone
 * twice, with it and without it, from the tier of then on; only where the first way is higher did it lift. A tier that
 * follows the balance is left out: what the balance was is not kept.
 */
final class Hindsight {

    private final Past past;
    private final Counted late;
    private final Member member;
    private final Map<LocalDate, Long> madeGood = new HashMap<>();
    private TierStanding without;
    private TierStanding with;

    Hindsight(Past past, Counted late, Member member) {
        this.past = past;
        this.late = late;
        this.member = member;
        Ladder ladder = member.progress().standing().ladder();
        if (ladder == null || late.judged().tier() == null || !isReckoned(late)) return;
        TierPlan plan = TierPlan.of(late.version());
        TierStanding begun = TierStanding.newcomer(plan, joined(late))
                .having(plan.level(late.judged().tier()));
        for (TierStanding.Grant grant : ladder.standing().grants()) begun = begun.given(grant);
        begun = begun.locked(ladder.standing().lock());
        this.without = begun;
        this.with = begun;
        moveOn(late, false);
    }

    private static boolean isReckoned(Counted receipt) {
        TierPolicy policy = receipt.version().document().tiers();
        return policy != null && policy.basis() != Basis.BALANCE;
    }

    /** The tier that later receipt would have been judged by; asked in the order in which they happened. */
    String tierOf(Counted receipt) {
        String announced = receipt.judged().tier();
        if (with == null || announced == null || !isReckoned(receipt)) return announced;
        moveOn(receipt, true);
        TierPlan plan = TierPlan.of(receipt.version());
        String lifted = with.levelOn(receipt.day(), plan);
        int rank = plan.level(lifted).rank();
        boolean byIt = rank > plan.level(without.levelOn(receipt.day(), plan)).rank();
        moveOn(receipt, false);
        return byIt && rank > plan.level(announced).rank() ? lifted : announced;
    }

    /** So many points of that receipt were made good and count for the tier. */
    void madeGood(Counted receipt, long points) {
        madeGood.merge(receipt.day(), points, Long::sum);
    }

    /** To right before a receipt, or right after it. */
    private void moveOn(Counted receipt, boolean before) {
        TierMoveRules moves = new TierMoveRules(TierPlan.of(receipt.version()), joined(receipt));
        Set<Counted> toCome = past.restOfDay(receipt, before);
        with = moves.on(receipt.day(), value(receipt, toCome, false), with);
        Set<Counted> unknown = new HashSet<>(toCome);
        unknown.add(late);
        without = moves.on(receipt.day(), value(receipt, unknown, true), without);
    }

    private long value(Counted receipt, Set<Counted> unknown, boolean withoutMadeGood) {
        TierPolicy policy = receipt.version().document().tiers();
        Days window = PeriodRules.window(policy.window(), joined(receipt), receipt.day());
        Days days = new Days(window.first(), receipt.day());
        long value = member.progress().days().value(policy.basis(), days, null);
        if (policy.basis() == Basis.VISITS) return value - visits(unknown, days);
        for (Counted each : unknown) value -= worth(each, policy.basis(), days);
        if (policy.basis() != Basis.POINTS || !withoutMadeGood) return value;
        for (Map.Entry<LocalDate, Long> each : madeGood.entrySet()) {
            if (days.hold(each.getKey())) value -= each.getValue();
        }
        return value;
    }

    private long visits(Set<Counted> unknown, Days days) {
        List<Counted> others =
                past.receipts().stream().filter(each -> !unknown.contains(each)).toList();
        return Past.visits(unknown, others).stream()
                .filter(visit -> days.hold(visit.day()))
                .count();
    }

    private long worth(Counted receipt, Basis basis, Days days) {
        if (basis == Basis.NET_SPEND) {
            return days.hold(receipt.day()) ? receipt.purchase().total(receipt.version()) : 0;
        }
        List<Award> earned = receipt.judged().earned();
        Instant now = member.progress().standing().asOf();
        long points = 0;
        for (NewLot lot :
                OpeningRules.lots(earned, receipt.version(), receipt.judged().tier(), receipt.at())) {
            Instant starts = lot.opening().startsAt();
            boolean counts = starts != null
                    && !starts.isAfter(now)
                    && lot.opening().wallet().equals(receipt.version().tierWallet());
            if (counts && days.hold(Calendar.of(receipt.version()).dayOf(starts))) points += lot.points();
        }
        return points;
    }

    private LocalDate joined(Counted receipt) {
        return Calendar.of(receipt.version()).dayOf(member.membership().enrolledAt());
    }
}
