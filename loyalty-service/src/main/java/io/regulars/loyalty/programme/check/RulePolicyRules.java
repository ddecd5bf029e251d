package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.document.rule.Gives;
import io.regulars.loyalty.programme.document.rule.Gives.Each;
import io.regulars.loyalty.programme.document.rule.Gives.Of;
import io.regulars.loyalty.programme.document.rule.Limits;
import io.regulars.loyalty.programme.document.rule.LineFilter;
import io.regulars.loyalty.programme.document.rule.Occasion;
import java.math.BigDecimal;
import java.util.Set;

/** What a single rule must keep. */
final class RulePolicyRules {

    static final Set<String> TRIGGERS = Set.of(
            EarningRule.PURCHASE, "signUp", "birthday", "anniversary", "review", "survey", "checkIn", "referral");

    private static final long MOST_PER_MONEY = 1_000_000;
    private static final long MOST_FIXED = 1_000_000_000;

    private RulePolicyRules() {}

    static void check(EarningRule rule, String pointer, Faults faults) {
        trigger(rule, pointer, faults);
        gives(rule, pointer, faults);
        PlacePolicyRules.place(rule.place(), pointer + "/place", faults);
        PlacePolicyRules.occasion(rule.occasion(), pointer + "/occasion", faults);
        limits(rule, pointer + "/limits", faults);
        LifePolicyRules.pending(rule.pending(), pointer + "/pending", faults);
        LifePolicyRules.expiry(rule.expiry(), pointer + "/expiry", faults);
    }

    private static void trigger(EarningRule rule, String pointer, Faults faults) {
        faults.unless(
                TRIGGERS.contains(rule.trigger()) || rule.trigger().matches("custom\\.[A-Za-z0-9._-]{1,40}"),
                pointer + "/trigger",
                "Nothing of that name happens; there is "
                        + String.join(", ", TRIGGERS.stream().sorted().toList()) + " and custom.*.");
        faults.unless(!rule.lines().kinds().isEmpty(), pointer + "/lines/kinds", "No kind of line counts.");
        if (rule.setOffByPurchase()) return;
        faults.unless(
                rule.gives().fixed() != null && rule.gives().each() == Each.BASKET,
                pointer + "/gives",
                "Without a purchase there is nothing to count by: it gives a fixed number.");
        faults.unless(
                rule.lines().equals(LineFilter.ANY), pointer + "/lines", "Without a purchase there are no lines.");
        faults.unless(
                rule.occasion().equals(Occasion.ANY),
                pointer + "/occasion",
                "Without a purchase there is no occasion for it; its trigger is one.");
        faults.unless(!rule.needsBase(), pointer + "/needsBase", "Without a purchase no base rule gives anything.");
    }

    private static void gives(EarningRule rule, String pointer, Faults faults) {
        Gives gives = rule.gives();
        int kinds =
                (gives.points() != null ? 1 : 0) + (gives.fixed() != null ? 1 : 0) + (gives.multiply() != null ? 1 : 0);
        faults.unless(
                kinds == 1,
                pointer + "/gives",
                "It gives points per money, a fixed number, or a multiple: one of them.");
        faults.unless(
                (gives.points() == null) == (gives.per() == null),
                pointer + "/gives/per",
                "Points per money need both: points and per.");
        faults.unless(gives.per() == null || gives.per().signum() > 0, pointer + "/gives/per", "It is more than 0.");
        measure(gives, pointer + "/gives", faults);
        faults.unless(
                gives.multiply() == null || gives.multiply().compareTo(BigDecimal.ONE) > 0,
                pointer + "/gives/multiply",
                "It is more than 1; a base rule that gives less is written as one.");
        faults.unless(
                gives.of() == Of.LINES || rule.lines().takesEveryLine(),
                pointer + "/gives/of",
                "It counts the whole receipt and leaves out lines of it.");
    }

    private static void measure(Gives gives, String pointer, Faults faults) {
        WalletPolicyRules.positive(gives.points(), pointer + "/points", faults);
        WalletPolicyRules.positive(gives.fixed(), pointer + "/fixed", faults);
        MeasureRules.points(gives.points(), MOST_PER_MONEY, pointer + "/points", faults);
        MeasureRules.points(gives.fixed(), MOST_FIXED, pointer + "/fixed", faults);
        MeasureRules.money(gives.per(), pointer + "/per", faults);
        MeasureRules.times(gives.multiply(), pointer + "/multiply", faults);
    }

    private static void limits(EarningRule rule, String pointer, Faults faults) {
        Limits limits = rule.limits();
        faults.unless(
                limits.times() == null || limits.times().most() > 0,
                pointer + "/times/most",
                "It is more than 0, or left out.");
        faults.unless(
                limits.coolDown() == null || limits.coolDown().isPositive(),
                pointer + "/coolDown",
                "It is longer than nothing.");
        MeasureRules.lapse(limits.coolDown(), pointer + "/coolDown", faults);
        WalletPolicyRules.cap(limits.cap(), pointer + "/cap", faults);
        WalletPolicyRules.positive(limits.perReceipt(), pointer + "/perReceipt", faults);
        Long fixed = rule.gives().fixed();
        faults.unless(
                fixed == null || limits.perReceipt() == null || fixed <= limits.perReceipt(),
                pointer + "/perReceipt",
                "It gives " + fixed + " and is refused above " + limits.perReceipt() + ": it would never apply.");
    }
}
