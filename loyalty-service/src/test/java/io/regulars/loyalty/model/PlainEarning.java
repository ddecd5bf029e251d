package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Refund;
import io.regulars.loyalty.model.PlainExact.Part;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.Cap;
import io.regulars.loyalty.programme.document.EarningPolicy.Choose;
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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one receipt earns, in the order in which the documentation says it. */
final class PlainEarning {

    private final ProgrammeVersion version;
    private final Purchase receipt;
    private final Instant happened;
    private final LocalDateTime local;
    private final String tier;
    private final PlainUses uses;
    private final Map<String, Long> balances;
    private final boolean visitedBefore;
    private final long purchasesBefore;
    private final long visitsBefore;
    private final List<PlainAward> refused = new ArrayList<>();

    PlainEarning(
            ProgrammeVersion version,
            Purchase receipt,
            Instant happened,
            String tier,
            PlainUses uses,
            Map<String, Long> balances,
            boolean visitedBefore,
            long purchasesBefore,
            long visitsBefore) {
        this.version = version;
        this.receipt = receipt;
        this.happened = happened;
        this.local = happened.atZone(version.zone()).toLocalDateTime();
        this.tier = tier;
        this.uses = uses;
        this.balances = balances;
        this.visitedBefore = visitedBefore;
        this.purchasesBefore = purchasesBefore;
        this.visitsBefore = visitsBefore;
    }

    /** What goods would earn by the base rules alone, if they were bought. */
    static List<PlainAward> ofGoods(Refund refund, ProgrammeVersion version) {
        List<Line> lines = new ArrayList<>();
        for (Refund.Line line : refund.lines()) {
            lines.add(new Line(
                    line.line(), null, line.sku(), null, null, null, null, null, null, null, 0, line.amount()));
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
        PlainEarning earning =
                new PlainEarning(version, goods, Instant.EPOCH, null, new PlainUses(new HashMap<>()), Map.of(), false, 0, 0);
        List<Part> parts = new ArrayList<>();
        for (EarningRule rule : version.document().earning().rules()) {
            boolean asksForNothing = rule.place().equals(Place.ANY)
                    && rule.occasion().equals(Occasion.ANY)
                    && rule.when() == null
                    && rule.lines().when() == null;
            if (rule.gives().points() != null && asksForNothing) parts.addAll(earning.perMoney(rule));
        }
        return PlainExact.rounded(parts, version.document().earning().rounding());
    }

    List<PlainAward> awards() {
        if (!version.accepts(receipt.currency())) return List.of();
        List<EarningRule> rules = new ArrayList<>(version.document().earning().rules());
        rules.sort(Comparator.comparing(rule -> -rule.priority()));
        List<EarningRule> possible = rules.stream().filter(this::mayApply).toList();
        List<EarningRule> chosen = stopped(ofGroups(possible));
        List<PlainAward> awards = new ArrayList<>(credited(desired(new ArrayList<>(chosen))));
        awards.addAll(refused);
        return awards;
    }

    /** What would bring too much on one receipt brings nothing, base rules first; the others are counted anew. */
    private List<PlainAward> desired(List<EarningRule> rules) {
        while (true) {
            List<PlainAward> desired = PlainExact.rounded(parts(rules), version.document().earning().rounding());
            EarningRule tooMuch = null;
            for (EarningRule rule : rules) {
                boolean better = tooMuch == null || rule.gives().points() != null && tooMuch.gives().points() == null;
                if (better && isTooMuch(rule, desired)) tooMuch = rule;
            }
            if (tooMuch == null) return desired;
            refused.add(new PlainAward(0, tooMuch.id(), walletOf(tooMuch), of(tooMuch, desired), 0));
            rules.remove(tooMuch);
        }
    }

    private static boolean isTooMuch(EarningRule rule, List<PlainAward> desired) {
        return rule.limits().perReceipt() != null && of(rule, desired) > rule.limits().perReceipt();
    }

    private static long of(EarningRule rule, List<PlainAward> awards) {
        return sum(awards, each -> each.rule().equals(rule.id()) ? each.desired() : 0);
    }

    private boolean mayApply(EarningRule rule) {
        if (!rule.setOffByPurchase() || !inPlace(rule)) return false;
        if (!onOccasion(rule) || !holds(rule.when(), receipt.total())) return false;
        var times = rule.limits().times();
        if (times != null && uses.times(rule.id(), times.per(), local.toLocalDate(), version) >= times.most()) {
            return false;
        }
        var coolDown = rule.limits().coolDown();
        Instant last = uses.last(rule.id(), local.toLocalDate(), version);
        if (coolDown != null && last != null && happened.isBefore(coolDown.after(last, version.zone()))) return false;
        return rule.lines().equals(LineFilter.ANY)
                || !new PlainLines(receipt, rule.lines()).fitting().isEmpty();
    }

    

    /** A condition that asks for at least so much money. */
    static boolean holds(String condition, long money) {
        if (condition == null) return true;
        String least = condition.replaceAll("[^0-9.]", " ").strip();
        return money >= new BigDecimal(least.substring(least.lastIndexOf(' ') + 1)).movePointRight(2).longValueExact();
    }

    private boolean onOccasion(EarningRule rule) {
        var occasion = rule.occasion();
        if (occasion.firstPurchase() && purchasesBefore > 0) return false;
        if (occasion.visit() == null && occasion.everyVisit() == null) return true;
        if (visitedBefore) return false;
        return occasion.visit() == null
                ? (visitsBefore + 1) % occasion.everyVisit() == 0
                : visitsBefore + 1 == occasion.visit();
    }

    private boolean inPlace(EarningRule rule) {
        var place = rule.place();
        if (!place.weekdays().isEmpty() && !place.weekdays().contains(local.getDayOfWeek())) return false;
        if (!place.stores().isEmpty() && !place.stores().contains(receipt.store())) return false;
        if (place.fromDate() != null && local.toLocalDate().isBefore(place.fromDate())) return false;
        return place.untilDate() == null || !local.toLocalDate().isAfter(place.untilDate());
    }

    /** Of a group one remains. */
    private List<EarningRule> ofGroups(List<EarningRule> possible) {
        List<EarningRule> remain = new ArrayList<>(
                possible.stream().filter(rule -> rule.group() == null).toList());
        List<EarningRule> alone = List.copyOf(remain);
        for (var group : version.document().earning().groups()) {
            List<EarningRule> own = possible.stream()
                    .filter(rule -> group.id().equals(rule.group()))
                    .toList();
            if (own.isEmpty()) continue;
            EarningRule best = own.get(0);
            if (group.choose() == Choose.BEST) {
                for (EarningRule each : own) if (gives(alone, each).compare(gives(alone, best)) > 0) best = each;
            }
            remain.add(best);
        }
        return possible.stream().filter(remain::contains).toList();
    }

    /** What it adds to those that are in no group. */
    private Ratio gives(List<EarningRule> alone, EarningRule rule) {
        List<EarningRule> with = new ArrayList<>(alone);
        with.add(rule);
        Ratio sum = Ratio.ZERO;
        for (Part part : parts(with)) if (part.rule().equals(rule.id())) sum = sum.plus(part.points());
        return sum;
    }

    /** A rule that applies and says stop is the last one. */
    private List<EarningRule> stopped(List<EarningRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).stop()) return rules.subList(0, i + 1);
        }
        return rules;
    }

    /** Base rules, then what is fixed and what multiplies; the tier comes last. */
    private List<Part> parts(List<EarningRule> rules) {
        List<Part> base = new ArrayList<>();
        for (EarningRule rule : rules) if (rule.gives().points() != null) base.addAll(perMoney(rule));
        List<Part> all = new ArrayList<>(base);
        Map<String, Ratio> factors = new HashMap<>();
        for (EarningRule rule : rules) {
            boolean hasBase = base.stream().anyMatch(part -> part.wallet().equals(walletOf(rule)));
            if (rule.gives().fixed() != null && (hasBase || !rule.needsBase())) all.addAll(fixed(rule));
            if (rule.gives().multiply() == null) continue;
            for (int line : new PlainLines(receipt, rule.lines()).places()) {
                multiply(line, rule.id(), walletOf(rule), rule.gives().multiply(), base, factors, all);
            }
        }
        tier(base, factors, all);
        return all.stream().filter(part -> part.points().sign() > 0).toList();
    }

    private void tier(List<Part> base, Map<String, Ratio> factors, List<Part> all) {
        TierPolicy tiers = version.document().tiers();
        if (tiers == null) return;
        for (TierPolicy.Level level : tiers.levels()) {
            if (!level.id().equals(tier) || level.multiply() == null) continue;
            for (WalletPolicy wallet : version.document().wallets()) {
                if (!wallet.spendable()) continue;
                for (int line : new PlainLines(receipt, LineFilter.ANY).allPlaces()) {
                    multiply(line, "tier:" + tier, wallet.id(), level.multiply(), base, factors, all);
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

    private List<Part> perMoney(EarningRule rule) {
        PlainLines lines = new PlainLines(receipt, rule.lines());
        Gives gives = rule.gives();
        Map<Integer, Ratio> money = lines.money(gives);
        Ratio per = Ratio.of(gives.per().movePointRight(version.currency().getDefaultFractionDigits()));
        Ratio sum = PlainExact.sum(List.copyOf(money.values()));
        boolean byLine = version.document().earning().rounding().scope() == Scope.LINE;
        List<Part> parts = new ArrayList<>();
        money.forEach((line, worth) -> {
            Ratio steps = worth.by(per);
            if (gives.wholeStepsOnly() && byLine) steps = Ratio.of(steps.floor());
            else if (gives.wholeStepsOnly() && sum.sign() > 0) {
                steps = Ratio.of(sum.by(per).floor()).times(worth).by(sum);
            }
            Ratio points = steps.times(Ratio.of(gives.points()));
            if (points.sign() > 0) parts.add(new Part(line, rule.id(), walletOf(rule), points, false));
        });
        return parts;
    }

    private List<Part> fixed(EarningRule rule) {
        PlainLines lines = new PlainLines(receipt, rule.lines());
        List<Line> bought = lines.bought();
        Ratio points = Ratio.of(rule.gives().fixed());
        List<Part> parts = new ArrayList<>();
        if (rule.gives().each() == Each.VISIT && visitedBefore) return parts;
        if (rule.gives().each() == Each.LINE) {
            for (Line line : bought) parts.add(new Part(line.line(), rule.id(), walletOf(rule), points, true));
            return parts;
        }
        if (rule.lines().takesEveryLine()) return List.of(new Part(0, rule.id(), walletOf(rule), points, true));
        if (bought.isEmpty()) return List.of();
        boolean free = bought.stream().allMatch(line -> line.amount() == 0);
        List<Ratio> paid = new ArrayList<>();
        for (Line line : bought) paid.add(Ratio.of(free && line == bought.get(0) ? 1 : line.amount()));
        List<Long> whole = PlainExact.spread(rule.gives().fixed(), paid, Spread.LARGEST_REMAINDER);
        for (int i = 0; i < bought.size(); i++) {
            parts.add(new Part(bought.get(i).line(), rule.id(), walletOf(rule), Ratio.of(whole.get(i)), true));
        }
        return parts;
    }

    private String walletOf(EarningRule rule) {
        return rule.wallet() == null ? version.document().wallets().get(0).id() : rule.wallet();
    }

    /** The part that fits is credited, rule by rule in order, the tier last. */
    private List<PlainAward> credited(List<PlainAward> desired) {
        List<PlainAward> all = new ArrayList<>();
        List<EarningRule> rules = new ArrayList<>(version.document().earning().rules());
        rules.sort(Comparator.comparing(rule -> -rule.priority()));
        for (EarningRule rule : rules) credit(rule.id(), rule, desired, all);
        credit("tier:" + tier, null, desired, all);
        for (WalletPolicy wallet : version.document().wallets()) {
            if (wallet.cap() == null) continue;
            long points = sum(all, each -> each.wallet().equals(wallet.id()) ? each.actual() : 0);
            uses.used("wallet:" + wallet.id(), Set.of(wallet.cap().per()), happened, local.toLocalDate(), points);
        }
        return all;
    }

    private void credit(String id, EarningRule rule, List<PlainAward> desired, List<PlainAward> all) {
        long points = 0;
        for (PlainAward award : desired) {
            if (award.desired() == 0 || !award.rule().equals(id)) continue;
            long fits = fitting(award, rule, desired, all);
            if (rule != null && rule.limits().budget() != null)
                uses.draw(rule.limits().budget(), fits);
            all.add(new PlainAward(award.line(), award.rule(), award.wallet(), award.desired(), fits));
            points += fits;
        }
        if (rule == null) return;
        Set<Cadence> known = new HashSet<>();
        if (rule.limits().times() != null) known.add(rule.limits().times().per());
        if (rule.limits().cap() != null) known.add(rule.limits().cap().per());
        if (rule.limits().coolDown() != null) known.add(Cadence.EVER);
        uses.used(id, known, happened, local.toLocalDate(), points);
    }

    private long fitting(PlainAward award, EarningRule rule, List<PlainAward> desired, List<PlainAward> before) {
        WalletPolicy wallet = version.document().wallets().stream()
                .filter(each -> each.id().equals(award.wallet()))
                .findFirst()
                .orElseThrow();
        long ofWallet = sum(desired, each -> each.wallet().equals(award.wallet()) ? each.desired() : 0);
        if (wallet.perReceipt() != null && ofWallet > wallet.perReceipt()) return 0;
        long fits = award.desired();
        long sofar = sum(before, each -> each.rule().equals(award.rule()) ? each.actual() : 0);
        long intoWallet = sum(before, each -> each.wallet().equals(award.wallet()) ? each.actual() : 0);
        var day = local.toLocalDate();
        if (rule != null && rule.limits().cap() != null) {
            Cap cap = rule.limits().cap();
            fits = Math.min(fits, cap.points() - uses.points(rule.id(), cap.per(), day, version) - sofar);
        }
        if (rule != null && rule.limits().budget() != null) {
            fits = Math.min(fits, uses.leftOf(rule.limits().budget(), version));
        }
        if (wallet.cap() != null) {
            long used = uses.points("wallet:" + wallet.id(), wallet.cap().per(), day, version);
            fits = Math.min(fits, wallet.cap().points() - used - intoWallet);
        }
        if (wallet.maxBalance() != null) {
            fits = Math.min(fits, wallet.maxBalance() - balances.getOrDefault(wallet.id(), 0L) - intoWallet);
        }
        return Math.max(0, fits);
    }

    private static long sum(List<PlainAward> awards, java.util.function.ToLongFunction<PlainAward> points) {
        return awards.stream().mapToLong(points).sum();
    }
}
