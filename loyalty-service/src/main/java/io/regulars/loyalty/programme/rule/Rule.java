package io.regulars.loyalty.programme.rule;

import io.regulars.loyalty.programme.condition.Condition;
import io.regulars.loyalty.programme.document.rule.EarningRule;

/**
 * A rule ready to be asked.
 *
 * @param wallet into which it gives
 * @param when on the whole receipt or event, or null
 * @param lineWhen on each line, or null
 */
public record Rule(EarningRule written, String wallet, Gift gift, LineMatch lines, Condition when, Condition lineWhen) {

    public String id() {
        return written.id();
    }

    public boolean isBase() {
        return gift instanceof Gift.PerMoney;
    }

    public boolean isMultiple() {
        return gift instanceof Gift.Multiple;
    }
}
