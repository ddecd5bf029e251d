package io.regulars.loyalty.programme;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.programme.check.Faults;
import io.regulars.loyalty.programme.condition.Condition;
import io.regulars.loyalty.programme.condition.Conditions;
import io.regulars.loyalty.programme.condition.RefusedCondition;
import io.regulars.loyalty.programme.condition.Vocabulary.Scope;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.document.rule.Gives;
import io.regulars.loyalty.programme.rule.Gift;
import io.regulars.loyalty.programme.rule.LineMatch;
import io.regulars.loyalty.programme.rule.Rule;

/** Makes a written rule one that can be asked. */
record CompileRule(String firstWallet, MinorUnits money, Conditions conditions, Faults faults) {

    Rule from(EarningRule rule, String pointer) {
        Scope whole = rule.setOffByPurchase() ? Scope.PURCHASE : Scope.EVENT_ONLY;
        return new Rule(
                rule,
                rule.wallet() == null ? firstWallet : rule.wallet(),
                gift(rule.gives(), pointer + "/gives"),
                new LineMatch(rule.lines()),
                condition(rule.when(), whole, pointer + "/when"),
                condition(rule.lines().when(), Scope.LINE_OF_PURCHASE, pointer + "/lines/when"));
    }

    private Gift gift(Gives gives, String pointer) {
        if (gives.fixed() != null) return new Gift.Fixed(gives.fixed(), gives.each());
        if (gives.multiply() != null) return new Gift.Multiple(Fraction.of(gives.multiply()));
        return new Gift.PerMoney(
                gives.points(),
                money.of(gives.per(), pointer + "/per"),
                gives.of(),
                gives.price(),
                gives.tax(),
                gives.wholeStepsOnly());
    }

    private Condition condition(String source, Scope scope, String pointer) {
        if (source == null) return null;
        try {
            return conditions.read(source, scope);
        } catch (RefusedCondition refused) {
            faults.add(pointer, "This condition cannot be used: " + refused.getMessage() + ".");
            return null;
        }
    }
}
