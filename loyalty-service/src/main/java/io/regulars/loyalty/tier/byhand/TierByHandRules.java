package io.regulars.loyalty.tier.byhand;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.tier.standing.TierStanding.Why;
import io.regulars.platform.http.Refusal;
import java.time.LocalDate;

/** What may be given or locked by hand. */
final class TierByHandRules {

    private static final int LONGEST_REASON = 500;

    private TierByHandRules() {}

    /** Why a tier is given, as it is told. */
    public enum Given {
        @JsonProperty("given")
        GIVEN("given"),
        @JsonProperty("statusMatch")
        STATUS_MATCH("statusMatch"),
        @JsonProperty("lifetime")
        LIFETIME("lifetime");

        private final String told;

        Given(String told) {
            this.told = told;
        }

        String told() {
            return told;
        }

        Why why() {
            return Why.valueOf(name());
        }
    }

    /** At least this tier, to the last day; a status match ends some day, what is for life does not. */
    public record Grant(String tier, LocalDate until, Given why, String reason) {}

    /** This tier and no other, to the last day or until it is unlocked. */
    public record Lock(String tier, LocalDate until, String reason) {}

    static void check(Grant grant) {
        if (grant == null || grant.why() == null) {
            throw Refusal.invalid("/why", "Say one of given, statusMatch, lifetime.");
        }
        reason(grant.reason());
        if (grant.why() == Given.STATUS_MATCH && grant.until() == null) {
            throw Refusal.invalid("/until", "A status match has a last day.");
        }
        if (grant.why() == Given.LIFETIME && grant.until() != null) {
            throw Refusal.invalid("/until", "What is for life has no last day.");
        }
    }

    static void check(Lock lock) {
        reason(lock == null ? null : lock.reason());
    }

    static void reason(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw Refusal.invalid("/reason", "Say why, in at most " + LONGEST_REASON + " characters.");
        }
    }

    /** Such a tier there is, and the day lies ahead or is today. */
    static void check(String tier, LocalDate until, ProgrammeVersion programme, LocalDate today) {
        if (tier == null || programme.level(tier).isEmpty()) {
            throw Refusal.invalid("/tier", "The programme has no tier of that name.");
        }
        if (until != null && until.isBefore(today)) throw Refusal.invalid("/until", "That day is over.");
    }
}
