package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainClub.Bought;
import io.regulars.loyalty.model.PlainMember.Back;
import io.regulars.loyalty.model.PlainPoints.PlainLot;
import io.regulars.loyalty.model.PlainUses.Use;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A receipt came late: those that happened after it are judged once more in thought, with it and without it. */
final class PlainMakingGood {

    private record Ending(String wallet, Instant at, PlainTerms terms) {}

    private final PlainMember member;
    private final Bought late;
    private final Function<Bought, List<Back>> back;

    PlainMakingGood(PlainMember member, Bought late, Function<Bought, List<Back>> back) {
        this.member = member;
        this.late = late;
        this.back = back;
    }

    void makeGood() {
        PlainThen without = member.before(late);
        PlainThen with = member.before(late);
        with.uses().takeOver(late.id(), member.uses());
        with.goOn(late, member.judgedBy(late));
        PlainHindsight tiers = new PlainHindsight(member, late);
        for (Bought each : member.all()) {
            if (PlainMember.IN_TIME.compare(each, late) <= 0) continue;
            if (!member.receipts().contains(each)) {
                without.uses().takeOver(each.id(), member.uses());
                with.uses().takeOver(each.id(), member.uses());
                continue;
            }
            List<PlainAward> one = judged(each, member.judgedIn(each), without);
            String tier = tiers.tierOf(each);
            post(each, tier, more(member.earnedBy(each), one, judged(each, tier, with)));
        }
    }

    /** Budgets and the balance are those of today, with what the receipt itself was given there still. */
    private List<PlainAward> judged(Bought bought, String tier, PlainThen then) {
        ProgrammeVersion version = member.judgedBy(bought);
        Map<String, Long> budgets = new HashMap<>(member.uses().budgets());
        Map<String, Long> balances = member.balances();
        for (PlainAward award : member.earnedBy(bought)) {
            balances.merge(award.wallet(), -award.actual(), Long::sum);
            String budget = budget(rule(award, version));
            if (budget != null) budgets.merge(budget, -award.actual(), Long::sum);
        }
        PlainReceipt seen = then.see(bought, tier, version);
        List<PlainAward> awards = new PlainEarning(seen, then.uses().drawing(budgets), balances).awards();
        then.goOn(bought, version);
        return awards;
    }

    /** Of each kind of points what is more with the late receipt than without it, and more than was given. */
    private static List<PlainAward> more(List<PlainAward> given, List<PlainAward> without, List<PlainAward> with) {
        List<PlainAward> more = new ArrayList<>();
        for (String wallet : with.stream().map(PlainAward::wallet).distinct().toList()) {
            long left = sum(with, wallet) - Math.max(sum(given, wallet), sum(without, wallet));
            for (PlainAward award : with) {
                if (!award.wallet().equals(wallet)) continue;
                long had = given.stream()
                        .filter(each -> each.line() == award.line()
                                && each.rule().equals(award.rule())
                                && each.wallet().equals(wallet))
                        .mapToLong(PlainAward::actual)
                        .sum();
                long points = Math.min(left, award.actual() - had);
                if (points <= 0) continue;
                left -= points;
                more.add(new PlainAward(award.line(), award.rule(), wallet, points, points));
            }
        }
        return more;
    }

    private static long sum(List<PlainAward> awards, String wallet) {
        return awards.stream()
                .filter(each -> each.wallet().equals(wallet))
                .mapToLong(PlainAward::actual)
                .sum();
    }

    /** At once active, to end when the receipt's own would; without what would be over, and what came back already. */
    private void post(Bought bought, String tier, List<PlainAward> more) {
        ProgrammeVersion version = member.judgedBy(bought);
        List<PlainAward> lasting = new ArrayList<>();
        Map<Ending, Long> together = new LinkedHashMap<>();
        for (PlainAward award : more) {
            PlainLot lot = member.lot(award, bought.id(), bought.judgedAt(), tier, false, version);
            if (lot.start == null) lot.from(member.clock(), member.signs());
            if (lot.end != null && !lot.end.isAfter(member.clock())) continue;
            lasting.add(award);
            together.merge(new Ending(award.wallet(), lot.end, lot.terms), award.actual(), Long::sum);
        }
        List<PlainAward> all = new ArrayList<>(member.earnedBy(bought));
        all.addAll(lasting);
        Map<String, Long> cameBack = new HashMap<>(PlainMember.due(bought, all, back.apply(bought), version));
        PlainMember.due(bought, member.earnedBy(bought), back.apply(bought), version)
                .forEach((wallet, points) -> cameBack.merge(wallet, -points, Long::sum));
        List<PlainAward> posted = less(lasting, cameBack);
        if (posted.isEmpty()) return;
        member.earnsMore(bought, lasting);
        use(bought, posted, version);
        Map<String, Long> off = new HashMap<>(cameBack);
        together.forEach((ending, points) -> {
            long less = Math.min(points, off.getOrDefault(ending.wallet(), 0L));
            off.merge(ending.wallet(), -less, Long::sum);
            if (points > less) give(bought, ending, points - less, version);
        });
    }

    private static List<PlainAward> less(List<PlainAward> awards, Map<String, Long> cameBack) {
        Map<String, Long> off = new HashMap<>(cameBack);
        List<PlainAward> left = new ArrayList<>();
        for (PlainAward award : awards) {
            long less = Math.min(award.actual(), off.getOrDefault(award.wallet(), 0L));
            off.merge(award.wallet(), -less, Long::sum);
            long points = award.actual() - less;
            if (points > 0) left.add(new PlainAward(award.line(), award.rule(), award.wallet(), points, points));
        }
        return left;
    }

    /** Limits and budgets are used by what is posted. */
    private void use(Bought bought, List<PlainAward> posted, ProgrammeVersion version) {
        LocalDate day = PlainPoints.day(bought.judgedAt(), version);
        for (PlainAward award : posted) {
            EarningRule rule = rule(award, version);
            var cap = version.wallet(award.wallet()).cap();
            if (rule != null) use(award.rule(), PlainEarning.periods(rule), bought, day, award.actual());
            if (cap != null) use("wallet:" + award.wallet(), Set.of(cap.per()), bought, day, award.actual());
            if (budget(rule) != null) member.uses().draw(budget(rule), award.actual());
        }
    }

    private void use(
            String what,
            Set<io.regulars.loyalty.programme.document.Cadence> known,
            Bought bought,
            LocalDate day,
            long points) {
        member.uses().used(new Use(what, bought.id(), known, bought.judgedAt(), day, points));
    }

    private void give(Bought bought, Ending ending, long points, ProgrammeVersion version) {
        PlainLot lot = new PlainLot(bought.id(), false, bought.judgedAt(), ending.terms(), points);
        lot.start = member.clock();
        lot.end = ending.at();
        member.wallet(ending.wallet()).earn(lot, member.clock());
        if (!ending.wallet().equals(version.tierWallet())) return;
        member.tier().countMadeGood(bought.id(), late.id(), PlainPoints.day(bought.judgedAt(), version), points);
    }

    private static EarningRule rule(PlainAward award, ProgrammeVersion version) {
        return version.document().earning().rules().stream()
                .filter(each -> each.id().equals(award.rule()))
                .findFirst()
                .orElse(null);
    }

    private static String budget(EarningRule rule) {
        return rule == null ? null : rule.limits().budget();
    }
}
