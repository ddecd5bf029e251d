package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainUses.Use;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.Cap;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one receipt earns, in the order in which the documentation says it. */
final class PlainEarning {

    private final PlainReceipt here;
    private final PlainUses uses;
    private final Map<String, Long> balances;
    private final List<PlainAward> refused = new ArrayList<>();

    PlainEarning(PlainReceipt here, PlainUses uses, Map<String, Long> balances) {
        this.here = here;
        this.uses = uses;
        this.balances = balances;
    }

    List<PlainAward> awards() {
        if (!here.version().accepts(here.receipt().currency())) return List.of();
        List<EarningRule> chosen = new PlainSelection(here, uses).chosen();
        List<PlainAward> awards = new ArrayList<>(credited(desired(new ArrayList<>(chosen))));
        awards.addAll(refused);
        return awards;
    }

    /** What would bring too much on one receipt brings nothing, base rules first; the others are counted anew. */
    private List<PlainAward> desired(List<EarningRule> rules) {
        while (true) {
            List<PlainAward> desired = PlainExact.rounded(
                    new PlainGifts(here).parts(rules),
                    here.version().document().earning().rounding());
            EarningRule tooMuch = null;
            for (EarningRule rule : rules) {
                boolean better = tooMuch == null
                        || rule.gives().points() != null && tooMuch.gives().points() == null;
                if (better && isTooMuch(rule, desired)) tooMuch = rule;
            }
            if (tooMuch == null) return desired;
            refused.add(new PlainAward(0, tooMuch.id(), here.walletOf(tooMuch), of(tooMuch, desired), 0));
            rules.remove(tooMuch);
        }
    }

    private static boolean isTooMuch(EarningRule rule, List<PlainAward> desired) {
        return rule.limits().perReceipt() != null
                && of(rule, desired) > rule.limits().perReceipt();
    }

    private static long of(EarningRule rule, List<PlainAward> awards) {
        return sum(awards, each -> each.rule().equals(rule.id()) ? each.desired() : 0);
    }

    /** The part that fits is credited, rule by rule in order, the tier last. */
    private List<PlainAward> credited(List<PlainAward> desired) {
        List<PlainAward> all = new ArrayList<>();
        List<EarningRule> rules =
                new ArrayList<>(here.version().document().earning().rules());
        rules.sort(Comparator.comparing(rule -> -rule.priority()));
        for (EarningRule rule : rules) credit(rule.id(), rule, desired, all);
        credit("tier:" + here.tier(), null, desired, all);
        for (WalletPolicy wallet : here.version().document().wallets()) {
            if (wallet.cap() == null) continue;
            long points = sum(all, each -> each.wallet().equals(wallet.id()) ? each.actual() : 0);
            use("wallet:" + wallet.id(), Set.of(wallet.cap().per()), points);
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
        if (rule != null) use(id, periods(rule), points);
    }

    static Set<Cadence> periods(EarningRule rule) {
        Set<Cadence> known = new HashSet<>();
        if (rule.limits().times() != null) known.add(rule.limits().times().per());
        if (rule.limits().cap() != null) known.add(rule.limits().cap().per());
        if (rule.limits().coolDown() != null) known.add(Cadence.EVER);
        return known;
    }

    private void use(String what, Set<Cadence> known, long points) {
        uses.used(new Use(what, here.purchase(), known, here.happened(), here.day(), points));
    }

    private long fitting(PlainAward award, EarningRule rule, List<PlainAward> desired, List<PlainAward> before) {
        WalletPolicy wallet = here.version().document().wallets().stream()
                .filter(each -> each.id().equals(award.wallet()))
                .findFirst()
                .orElseThrow();
        long ofWallet = sum(desired, each -> each.wallet().equals(award.wallet()) ? each.desired() : 0);
        if (wallet.perReceipt() != null && ofWallet > wallet.perReceipt()) return 0;
        long fits = award.desired();
        long sofar = sum(before, each -> each.rule().equals(award.rule()) ? each.actual() : 0);
        long intoWallet = sum(before, each -> each.wallet().equals(award.wallet()) ? each.actual() : 0);
        var day = here.day();
        if (rule != null && rule.limits().cap() != null) {
            Cap cap = rule.limits().cap();
            fits = Math.min(fits, cap.points() - uses.points(rule.id(), cap.per(), day, here.version()) - sofar);
        }
        if (rule != null && rule.limits().budget() != null) {
            fits = Math.min(fits, uses.leftOf(rule.limits().budget(), here.version()));
        }
        if (wallet.cap() != null) {
            long used = uses.points("wallet:" + wallet.id(), wallet.cap().per(), day, here.version());
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
