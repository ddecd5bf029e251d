package io.regulars.loyalty.programme.rule;

import io.regulars.loyalty.programme.condition.Condition;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.util.Set;

/**
 * A rule ready to be asked.
 *
 * @param wallet into which it gives
 * @param when on the whole receipt or event, or null
 * @param lineWhen on each line, or null
 */
public record Rule(EarningRule written, String wallet, Gift gift, LineMatch lines, Condition when, Condition lineWhen) {

    private static final Set<String> SHARED = Set.of("member.birthMonth", "member.birthDay", "member.attributes");

    public String id() {
        return written.id();
    }

    public boolean isBase() {
        return gift instanceof Gift.PerMoney;
    }

    /** Whether it asks for something that members may share or not. */
    public boolean asksForPerson() {
        return written.occasion().birthday() != null || asksForPerson(when) || asksForPerson(lineWhen);
    }

    private static boolean asksForPerson(Condition condition) {
        return condition != null && SHARED.stream().anyMatch(condition::asksFor);
    }

    public boolean isMultiple() {
        return gift instanceof Gift.Multiple;
    }
}
