package io.regulars.loyalty.tier.standing;

import java.time.LocalDate;

/**
 * Where a member is going.
 *
 * @param next the level above, or null in the highest
 * @param missing how much is missing to it, in units of the basis
 * @param keptUntil the last day the level is kept if nothing more happens; null: for ever
 * @param missingToKeep how much more would keep it in the window of today, 0 when nothing is missing
 * @param dropsTo the level after that day, or null
 * @param projected the level a year from today if nothing more happens
 */
public record TierOutlook(
        String level,
        String next,
        long missing,
        LocalDate keptUntil,
        long missingToKeep,
        String dropsTo,
        String projected) {}
