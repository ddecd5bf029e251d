package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Refund;
import io.regulars.loyalty.model.PlainExact.Part;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.EarningPolicy.Scope;
import io.regulars.loyalty.programme.document.EarningPolicy.Spread;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.document.rule.Gives;
import io.regulars.loyalty.programme.document.rule.Gives.Each;
import io.regulars.loyalty.programme.document.rule.LineFilter;
import io.regulars.loyalty.programme.document.rule.Occasion;
import io.regulars.loyalty.programme.document.rule.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What chosen rules give for each line of a receipt, exact. */
final class PlainGifts {

    private final PlainReceipt here;

    PlainGifts(PlainReceipt here) {
        this.here = here;
    }

    /** What goods would earn by the base rules alone, if they were bought. */
    static List<PlainAward> ofGoods(Refund refund, ProgrammeVersion version) {
        List<Line> lines = new ArrayList<>();
        for (Refund.Line line : refund.lines()) {
            int number = lines.size() + 1;
            lines.add(new Line(number, null, line.sku(), null, null, null, null, null, null, null, 0, line.amount()));
        }
        Purchase goods = new Purchase(
                null,
                null,
                null,
                null,
                refund.occurredAt(),
                null,
                refund.currency(),
                refund.total(),
                true,
                0,
                0,
                0,
                false,
                null,
                lines,
                null,
                null);
        if (!version.accepts(refund.currency())) return List.of();
        PlainGifts gifts = new PlainGifts(
                new PlainReceipt(version, null, EarningRule.PURCHASE, 0, goods, Instant.EPOCH, null, false, 0, 0));
        List<Part> parts = new ArrayList<>();
        for (EarningRule rule : version.document().earning().rules()) {
            boolean asksForNothing = rule.place().equals(Place.ANY)
                    && rule.occasion().equals(Occasion.ANY)
                    && rule.when() == null
                    && rule.lines().when() == null;
            if (rule.gives().points() != null && asksForNothing) parts.addAll(gifts.perMoney(rule));
        }
        return PlainExact.rounded(parts, version.document().earning().rounding());
    }

    /** Base rules, then what is fixed and what multiplies; the tier comes last. */
    List<Part> parts(List<EarningRule> rules) {
        List<Part> base = new ArrayList<>();
        for (EarningRule rule : rules) if (rule.gives().points() != null) base.addAll(perMoney(rule));
        List<Part> all = new ArrayList<>(base);
        Map<String, Ratio> factors = new HashMap<>();
        for (EarningRule rule : rules) {
            boolean hasBase = base.stream().anyMatch(part -> part.wallet().equals(here.walletOf(rule)));
            if (rule.gives().fixed() != null && (hasBase || !rule.needsBase())) all.addAll(fixed(rule));
            if (rule.gives().multiply() == null) continue;
            for (int line : new PlainLines(here.receipt(), rule.lines()).places()) {
                multiply(line, rule.id(), here.walletOf(rule), rule.gives().multiply(), base, factors, all);
            }
        }
        tier(base, factors, all);
        return all.stream().filter(part -> part.points().sign() > 0).toList();
    }

    private void tier(List<Part> base, Map<String, Ratio> factors, List<Part> all) {
        TierPolicy tiers = here.version().document().tiers();
        if (tiers == null) return;
        for (TierPolicy.Level level : tiers.levels()) {
            if (!level.id().equals(here.tier()) || level.multiply() == null) continue;
            for (WalletPolicy wallet : here.version().document().wallets()) {
                if (!wallet.spendable()) continue;
                for (int line : new PlainLines(here.receipt(), LineFilter.ANY).allPlaces()) {
                    multiply(line, "tier:" + here.tier(), wallet.id(), level.multiply(), base, factors, all);
                }
            }
        }
    }

    private static void multiply(
            int line,
            String rule,
            String wallet,
            BigDecimal factor,
            List<Part> base,
            Map<String, Ratio> factors,
            List<Part> all) {
        Ratio sum = Ratio.ZERO;
        for (Part part : base) if (part.line() == line && part.wallet().equals(wallet)) sum = sum.plus(part.points());
        if (sum.sign() == 0) return;
        Ratio before = factors.getOrDefault(wallet + line, Ratio.ONE);
        all.add(new Part(
                line, rule, wallet, sum.times(before).times(Ratio.of(factor).minus(Ratio.ONE)), false));
        factors.put(wallet + line, before.times(Ratio.of(factor)));
    }

    List<Part> perMoney(EarningRule rule) {
        PlainLines lines = new PlainLines(here.receipt(), rule.lines());
        Gives gives = rule.gives();
        Map<Integer, Ratio> money = lines.money(gives);
        Ratio per =
                Ratio.of(gives.per().movePointRight(here.version().currency().getDefaultFractionDigits()));
        Ratio sum = PlainExact.sum(List.copyOf(money.values()));
        boolean byLine = here.version().document().earning().rounding().scope() == Scope.LINE;
        List<Part> parts = new ArrayList<>();
        money.forEach((line, worth) -> {
            Ratio steps = worth.by(per);
            if (gives.wholeStepsOnly() && byLine) steps = Ratio.of(steps.floor());
            else if (gives.wholeStepsOnly() && sum.sign() > 0) {
                steps = Ratio.of(sum.by(per).floor()).times(worth).by(sum);
            }
            Ratio points = steps.times(Ratio.of(gives.points()));
            if (points.sign() > 0) parts.add(new Part(line, rule.id(), here.walletOf(rule), points, false));
        });
        return parts;
    }

    private List<Part> fixed(EarningRule rule) {
        PlainLines lines = new PlainLines(here.receipt(), rule.lines());
        List<Line> bought = lines.bought();
        Ratio points = Ratio.of(rule.gives().fixed());
        List<Part> parts = new ArrayList<>();
        if (rule.gives().each() == Each.VISIT && here.visitedBefore()) return parts;
        if (rule.gives().each() == Each.LINE) {
            for (Line line : bought) parts.add(new Part(line.line(), rule.id(), here.walletOf(rule), points, true));
            return parts;
        }
        if (rule.lines().takesEveryLine()) return List.of(new Part(0, rule.id(), here.walletOf(rule), points, true));
        if (bought.isEmpty()) return List.of();
        boolean free = bought.stream().allMatch(line -> line.amount() == 0);
        List<Ratio> paid = new ArrayList<>();
        for (Line line : bought) paid.add(Ratio.of(free && line == bought.get(0) ? 1 : line.amount()));
        List<Long> whole = PlainExact.spread(rule.gives().fixed(), paid, Spread.LARGEST_REMAINDER);
        for (int i = 0; i < bought.size(); i++) {
            parts.add(new Part(bought.get(i).line(), rule.id(), here.walletOf(rule), Ratio.of(whole.get(i)), true));
        }
        return parts;
    }
}
