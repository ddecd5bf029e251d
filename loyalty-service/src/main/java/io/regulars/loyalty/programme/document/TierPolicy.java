package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;

/** What moves members through the tiers, over which time, and how long a tier is kept. Days are local and inclusive. */
public record TierPolicy(
        @JsonProperty(required = true) Basis basis,

        @JsonPropertyDescription("basis points and balance: of which wallet; default: the first qualifying one.")
        String wallet,

        @JsonProperty(required = true) Window window,

        @JsonPropertyDescription("atOnce (default) or when the next period starts.")
        Upgrade upgrade,

        @JsonPropertyDescription("Left out: a tier is kept as long as the window says.")
        Hold hold,

        @JsonPropertyDescription("When what keeps a tier is no longer there; default: full.")
        Downgrade downgrade,

        @JsonProperty(required = true) @JsonPropertyDescription("From the lowest, which starts at 0, upwards.")
        List<Level> levels) {

    public enum Basis {
        /** Purchases less refunds, in money. */
        NET_SPEND,
        /** Points earned within the window, also those that were spent. */
        POINTS,
        VISITS,
        /** Points at hand; the window says only how long a tier is held. */
        BALANCE
    }

    /** The time over which the basis is added up. */
    public record Window(
            @JsonProperty(required = true) Kind kind,

            @JsonPropertyDescription("kind calendar: month, quarter, half or year.")
            Cadence unit,

            @JsonPropertyDescription("kind rolling: how long, up to now.")
            Period length) {}

    public enum Kind {
        CALENDAR,
        ROLLING,
        /** A year from the day of joining. */
        ANNIVERSARY,
        /** All of the membership. */
        EVER
    }

    public enum Upgrade {
        AT_ONCE,
        NEXT_PERIOD
    }

    /** How long a tier is held once it is reached, whatever happens. */
    public record Hold(
            @JsonPropertyDescription("Default: endOfPeriod.")
            Until until,

            @JsonPropertyDescription("So much longer.") Period grace,

            @JsonPropertyDescription("Then to the end of that month; default: false.")
            boolean roundedToMonthEnd) {

        public Hold {
            until = until == null ? Until.END_OF_PERIOD : until;
            grace = grace == null ? Period.ZERO : grace;
        }
    }

    public enum Until {
        END_OF_PERIOD,
        END_OF_NEXT_PERIOD
    }

    public enum Downgrade {
        NEVER,
        ONE_LEVEL,
        /** To the level the basis reaches now. */
        FULL,
        /** One level, which is then held as if it had been reached. */
        SOFT_LANDING
    }

    /** A level is reached by at least its threshold: money in whole units, else points or visits. */
    public record Level(
            @JsonProperty(required = true) String id,

            @JsonPropertyDescription("As members read it; default: the id.")
            String name,

            @JsonProperty(required = true) BigDecimal threshold,

            @JsonPropertyDescription("Multiplies what base rules give for a line into wallets that can be spent.")
            BigDecimal multiply,

            @JsonPropertyDescription("Other than the wallet's.")
            ExpiryPolicy expiry) {

        public Level {
            name = name == null ? id : name;
        }
    }

    public TierPolicy {
        upgrade = upgrade == null ? Upgrade.AT_ONCE : upgrade;
        downgrade = downgrade == null ? Downgrade.FULL : downgrade;
        levels = levels == null ? List.of() : List.copyOf(levels);
    }
}
