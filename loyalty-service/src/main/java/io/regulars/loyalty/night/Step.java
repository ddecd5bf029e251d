package io.regulars.loyalty.night;

import io.regulars.loyalty.programme.document.rule.EarningRule;

/**
 * What a night looks for, in its order. Whoever is found is visited as a whole: points that start, then a period that is
 * over, then points that end, then the tier by what is left. Nothing of one member depends on another's.
 */
public enum Step {
    /** Lots that start, are given up or end. Automatic redemptions have their place here, between starts and ends. */
    POINTS,
    /** Tiers whose period, hold, gift or lock is over, or that begin. */
    TIERS,
    /** Days that leave a rolling window. */
    WINDOWS,
    /** Members whose birthday it is, where rules give something for it. */
    BIRTHDAYS,
    /** Members who joined on that day of an earlier year. */
    ANNIVERSARIES,
    /** Points that will end. */
    REMINDERS,
    /** Tiers that may be lost on a date that is known. */
    RISKS_BY_DATE,
    /** Days that will leave a rolling window. */
    RISKS_BY_WINDOW,
    /** Tiers that rose, and members who brought something back, since the night before. */
    RISKS_BY_CHANGE;

    /** What sets off the rules it is about, or null where no rules are asked. */
    public String trigger() {
        if (this == BIRTHDAYS) return EarningRule.BIRTHDAY;
        return this == ANNIVERSARIES ? EarningRule.ANNIVERSARY : null;
    }

    public boolean weighs() {
        return this == RISKS_BY_DATE || this == RISKS_BY_WINDOW || this == RISKS_BY_CHANGE;
    }
}
