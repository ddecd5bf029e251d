package io.regulars.loyalty.tier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.tier.standing.TierStanding.Lock;
import java.time.LocalDate;

/**
 * A tier that does not move, as it is shown.
 *
 * @param until the last day; null until it is unlocked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LockedTier(String tier, LocalDate until) {

    public static LockedTier of(Lock lock) {
        return lock == null ? null : new LockedTier(lock.level(), lock.until());
    }
}
