package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.programme.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a member stands.
 *
 * @param earned the level reached by oneself
 * @param since the day it was reached
 * @param threshold what had to be reached for it then, in units of the basis: raising it later takes nobody down
 * @param qualifiedOn the last day on which it was reached or confirmed
 * @param heldUntil the last day on which it is held whatever happens, or null
 * @param coming what the next period brings, or null
 * @param grants levels given by hand, by a status match, for life
 * @param lock the level that does not move, or null
 */
public record TierStanding(
        String earned,
        LocalDate since,
        long threshold,
        LocalDate qualifiedOn,
        LocalDate heldUntil,
        Coming coming,
        List<Grant> grants,
        Lock lock) {

    /** A level that begins with the next period. */
    public record Coming(String level, LocalDate from) {}

    /** At least this level, to the last day or, with null, for life. */
    public record Grant(String level, LocalDate until, Why why) {

        boolean holds(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    public enum Why {
        GIVEN,
        STATUS_MATCH,
        LIFETIME
    }

    /** This level and no other, to the last day or, with null, until it is taken off. */
    public record Lock(String level, LocalDate until) {}

    public TierStanding {
        grants = List.copyOf(grants);
    }

    public static TierStanding newcomer(TierPlan plan, LocalDate joined) {
        Level lowest = plan.levels().get(0);
        return new TierStanding(lowest.id(), joined, lowest.threshold(), joined, null, null, List.of(), null);
    }

    /** The same member, who has reached that level since. */
    public TierStanding having(Level level) {
        return new TierStanding(level.id(), since, level.threshold(), qualifiedOn, heldUntil, coming, grants, lock);
    }

    /** What the member is in on that day: a lock, else the highest of what was earned and what was given. */
    public String levelOn(LocalDate day, TierPlan plan) {
        if (isLocked(day)) return lock.level();
        Level highest = plan.level(earned);
        for (Grant grant : grants) {
            Level given = plan.level(grant.level());
            if (grant.holds(day) && given.rank() > highest.rank()) highest = given;
        }
        return highest.id();
    }

    public TierStanding given(Grant grant) {
        List<Grant> more = new ArrayList<>(grants);
        more.add(grant);
        return new TierStanding(earned, since, threshold, qualifiedOn, heldUntil, coming, more, lock);
    }

    public TierStanding locked(Lock on) {
        return new TierStanding(earned, since, threshold, qualifiedOn, heldUntil, coming, grants, on);
    }

    public TierStanding unlocked() {
        return locked(null);
    }

    /** Without what was given or locked to a day that is over. */
    public TierStanding without(LocalDate day) {
        List<Grant> lasting = grants.stream().filter(grant -> grant.holds(day)).toList();
        Lock on = isLocked(day) ? lock : null;
        return new TierStanding(earned, since, threshold, qualifiedOn, heldUntil, coming, lasting, on);
    }

    /** In the lowest level again, with what was given or locked. */
    public TierStanding fallen(TierPlan plan, LocalDate day) {
        Level lowest = plan.levels().get(0);
        return new TierStanding(lowest.id(), day, lowest.threshold(), day, null, null, grants, lock);
    }

    private boolean isLocked(LocalDate day) {
        return lock != null && (lock.until() == null || !day.isAfter(lock.until()));
    }

    /** Another level, reached or fallen to on that day. */
    TierStanding at(Level level, LocalDate day, LocalDate held) {
        return new TierStanding(level.id(), day, level.threshold(), day, held, null, grants, lock);
    }

    /** Another level, though the day on which the basis was looked at stays what it was. */
    TierStanding instead(Level level, LocalDate from, LocalDate held) {
        return new TierStanding(level.id(), from, level.threshold(), qualifiedOn, held, null, grants, lock);
    }

    /** The same level, as another version asks for it. */
    TierStanding under(Level level, LocalDate held) {
        return new TierStanding(earned, since, level.threshold(), qualifiedOn, held, coming, grants, lock);
    }

    /** The level is confirmed; it is never held shorter than before. */
    TierStanding confirmed(Level level, LocalDate day, LocalDate held) {
        LocalDate later = held == null || heldUntil != null && heldUntil.isAfter(held) ? heldUntil : held;
        long lower = Math.min(threshold, level.threshold());
        return new TierStanding(earned, since, lower, day, later, coming, grants, lock);
    }

    TierStanding awaiting(Coming next) {
        return new TierStanding(earned, since, threshold, qualifiedOn, heldUntil, next, grants, lock);
    }
}
