package io.regulars.loyalty.night;

/**
 * What a night looks for, in its order. Whoever is found is visited as a whole: points that start, then a period that is
 * over, then points that end, then the tier by what is left. Nothing of one member depends on another's.
 */
enum Step {
    /** Lots that start, are given up or end. Automatic redemptions have their place here, between starts and ends. */
    POINTS,
    /** Tiers whose period, hold, gift or lock is over, or that begin. */
    TIERS,
    /** Days that leave a rolling window. */
    WINDOWS,
    /** Points that will end. */
    REMINDERS,
    /** Tiers that may be lost on a date that is known. */
    RISKS_BY_DATE,
    /** Days that will leave a rolling window. */
    RISKS_BY_WINDOW,
    /** Tiers that rose, and members who brought something back, since the night before. */
    RISKS_BY_CHANGE;

    boolean weighs() {
        return this == RISKS_BY_DATE || this == RISKS_BY_WINDOW || this == RISKS_BY_CHANGE;
    }
}
