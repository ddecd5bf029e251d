package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cap;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.Limits;
import io.regulars.loyalty.programme.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How much of what rules give is credited: rule by rule, line by line, as far as caps, budgets and balance allow. */
final class CreditRules {

    private final ProgrammeVersion programme;
    private final Happening happening;
    private final LocalDate day;
    private final Counters.Open counters;

    CreditRules(ProgrammeVersion programme, Happening happening, Counters before) {
        this.programme = programme;
        this.happening = happening;
        this.day = happening.local().toLocalDate();
        this.counters = before.open();
    }

    /** The awards of one rule after the other; the counters move on. */
    List<Award> credit(Map<String, List<Award>> byRule) {
        List<Award> credited = new ArrayList<>();
        byRule.forEach((id, awards) -> {
            Rule rule = programme.rule(id).orElse(null);
            long points = 0;
            for (Award award : awards) {
                Award fits = withinWallet(rule == null ? award : withinRule(rule, award, points));
                points += fits.actual();
                credited.add(fits);
                counters.balances().merge(fits.wallet(), fits.actual(), Long::sum);
                countWallet(fits);
            }
            if (rule != null && points > 0) count(rule, points);
        });
        return credited;
    }

    Counters after() {
        return counters.closed();
    }

    private Award withinRule(Rule rule, Award award, long givenNow) {
        Limits limits = rule.written().limits();
        Award fits = award;
        if (limits.cap() != null) {
            Cap cap = limits.cap();
            long used = used(LimitRules.key(rule.id(), cap.per(), programme, day)) + givenNow;
            fits = cut(fits, cap.points() - used, () -> LimitRules.reached(cap, ""));
        }
        if (limits.budget() != null) {
            long left = programme.budgets().get(limits.budget())
                    - counters.budgets().getOrDefault(limits.budget(), 0L)
                    - givenNow;
            fits = cut(fits, left, () -> "the budget " + limits.budget() + " is used up");
        }
        return fits;
    }

    private Award withinWallet(Award award) {
        WalletPolicy wallet = programme.wallet(award.wallet());
        Award fits = award;
        if (wallet.cap() != null) {
            long used = used(LimitRules.key(wallet, programme, day));
            fits = cut(fits, wallet.cap().points() - used, () -> LimitRules.reached(wallet.cap(), " for all rules"));
        }
        if (wallet.maxBalance() != null) {
            long left = wallet.maxBalance() - counters.balances().getOrDefault(wallet.id(), 0L);
            fits = cut(fits, left, () -> "a balance of " + wallet.maxBalance() + " is the most there may be");
        }
        return fits;
    }

    private static Award cut(Award award, long left, Supplier<String> why) {
        return award.actual() <= left ? award : award.credited(Math.max(0, left), why.get());
    }

    private long used(Key key) {
        return counters.member().getOrDefault(key, Counters.Tally.NONE).points();
    }

    private void count(Rule rule, long points) {
        for (Key key : LimitRules.keys(rule, programme, day)) counters.used(key, points, happening.at());
        String budget = rule.written().limits().budget();
        if (budget != null) counters.budgets().merge(budget, points, Long::sum);
    }

    private void countWallet(Award award) {
        WalletPolicy wallet = programme.wallet(award.wallet());
        if (wallet.cap() != null && award.actual() > 0) {
            counters.used(LimitRules.key(wallet, programme, day), award.actual(), happening.at());
        }
    }
}
