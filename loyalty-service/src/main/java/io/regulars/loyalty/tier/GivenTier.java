package io.regulars.loyalty.tier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.loyalty.tier.standing.TierStanding.Grant;
import java.time.LocalDate;

/**
 * A tier given by hand, as it is shown.
 *
 * @param until the last day, or null for life
 * @param why given, statusMatch or lifetime
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GivenTier(String tier, LocalDate until, String why) {

    public static GivenTier of(Grant grant) {
        return new GivenTier(grant.level(), grant.until(), CamelCase.of(grant.why()));
    }
}
