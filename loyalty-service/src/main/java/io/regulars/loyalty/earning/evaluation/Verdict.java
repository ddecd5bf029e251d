package io.regulars.loyalty.earning.evaluation;

/**
 * Whether a rule applied, and in words what decided.
 *
 * @param alarming its condition could not be answered; somebody should look at it
 */
public record Verdict(String rule, boolean applied, String why, boolean alarming) {

    static Verdict applied(String rule, String why) {
        return new Verdict(rule, true, why, false);
    }

    static Verdict not(String rule, String why) {
        return new Verdict(rule, false, why, false);
    }
}
