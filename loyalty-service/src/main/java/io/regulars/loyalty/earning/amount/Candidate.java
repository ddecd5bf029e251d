package io.regulars.loyalty.earning.amount;

import io.regulars.loyalty.programme.rule.Rule;

/**
 * A rule whose conditions hold.
 *
 * @param lines for each line of the basket whether the rule is about it
 * @param why what held, in words
 */
public record Candidate(Rule rule, boolean[] lines, String why) {

    /** The rule leaves no line out, so what stands for the whole receipt is its too. */
    boolean takesEveryLine() {
        return rule.written().lines().takesEveryLine();
    }
}
