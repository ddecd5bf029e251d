package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Period;
import java.util.List;

/** When points are gone. It counts from the moment they can be spent. */
public record ExpiryPolicy(
        @JsonProperty(required = true) Kind kind,

        @JsonPropertyDescription("kind rolling and inactivity: how long they last.")
        Period after,

        @JsonPropertyDescription("They last to the end of the day, week, month … that this ends in; default: day.")
        RoundedTo until,

        @JsonPropertyDescription("kind dates: gone when the first of these days ends.")
        List<YearDay> dates,

        @JsonPropertyDescription("kind dates: a day sooner than this does not end them.")
        Period atLeast,

        @JsonPropertyDescription(
                "kind inactivity: what counts as a sign of life: purchase (default), checkIn, review, survey, referral, web, app, call, complaint, ticket.opened, custom.*")
        List<String> activities) {

    public static final ExpiryPolicy NEVER = new ExpiryPolicy(Kind.NEVER, null, null, null, null, null);

    public enum Kind {
        NEVER,
        ROLLING,
        DATES,
        INACTIVITY
    }

    public enum RoundedTo {
        INSTANT,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        HALF,
        YEAR;

        /** The period whose end is meant; an instant is not rounded and has none. */
        public Cadence cadence() {
            return this == INSTANT ? null : Cadence.valueOf(name());
        }
    }

    public ExpiryPolicy {
        until = until == null ? RoundedTo.DAY : until;
        dates = dates == null ? List.of() : List.copyOf(dates);
        atLeast = atLeast == null ? Period.ZERO : atLeast;
        activities = activities == null
                ? List.of(Deeds.PURCHASE)
                : activities.stream().map(Deeds::named).toList();
    }
}
