package io.regulars.loyalty.programme.document.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;

/** One rule that gives points: for what, when, where, how many, how often. */
public record EarningRule(
        @JsonProperty(required = true) String id,

        @JsonPropertyDescription("As members read it; default: the id.")
        String name,

        @JsonPropertyDescription(
                "What sets it off: purchase (default), signUp, birthday, anniversary, review, survey, checkIn, referral, custom.*")
        String trigger,

        @JsonPropertyDescription("Into which wallet; default: the first.")
        String wallet,

        Place place,
        Occasion occasion,

        @JsonPropertyDescription(
                "A condition (CEL) on basket or event, member and time; its money is in minor units: money('9.99') is 999.")
        String when,

        LineFilter lines,
        @JsonProperty(required = true) Gives gives,

        @JsonPropertyDescription("Higher first; ties as they stand here; default: 0.")
        int priority,

        @JsonPropertyDescription("The group of which only one applies.")
        String group,

        @JsonPropertyDescription("When it applies, rules after it do not; default: false.")
        boolean stop,

        @JsonPropertyDescription("It applies only where a base rule gave something; default: false.")
        boolean needsBase,

        Limits limits,
        @JsonPropertyDescription("Other than its wallet's.") PendingPolicy pending,

        @JsonPropertyDescription("Other than its wallet's and the tier's.")
        ExpiryPolicy expiry) {

    public static final String PURCHASE = "purchase";
    public static final String SIGN_UP = "signUp";
    public static final String BIRTHDAY = "birthday";
    public static final String ANNIVERSARY = "anniversary";

    public EarningRule {
        name = name == null ? id : name;
        trigger = trigger == null ? PURCHASE : trigger;
        place = place == null ? Place.ANY : place;
        occasion = occasion == null ? Occasion.ANY : occasion;
        lines = lines == null ? LineFilter.ANY : lines;
        limits = limits == null ? Limits.NONE : limits;
    }

    /** By a day of the year: it gives once in each, whatever day that is by then. */
    public boolean setOffOnceAYear() {
        return BIRTHDAY.equals(trigger) || ANNIVERSARY.equals(trigger);
    }

    public boolean setOffByPurchase() {
        return PURCHASE.equals(trigger);
    }
}
