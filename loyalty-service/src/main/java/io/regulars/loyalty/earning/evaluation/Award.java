package io.regulars.loyalty.earning.evaluation;

/**
 * Points a rule gives for a line.
 *
 * @param line 0 for the receipt as a whole
 * @param rule its id, or {@code tier:} and a level's id for what the tier multiplies
 * @param version of the programme
 * @param desired what the rule gives
 * @param actual what is credited of it
 * @param refusal why not all of it, or null
 */
public record Award(int line, String rule, int version, String wallet, long desired, long actual, String refusal) {

    public static final int WHOLE_RECEIPT = 0;

    Award credited(long points, String why) {
        return points == actual ? this : new Award(line, rule, version, wallet, desired, points, why);
    }
}
