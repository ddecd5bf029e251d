package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Period;
import java.util.List;

/** How points are earned: the rules, and what holds for all of them. */
public record EarningPolicy(
        Rounding rounding,

        @JsonPropertyDescription(
                "A receipt that comes later after it happened is judged without the tier; default: P14D.")
        Period lateGrace,

        @JsonPropertyDescription("Of the rules of a group only one applies.")
        List<Group> groups,

        @JsonPropertyDescription("Points that some rules share, for all members together.")
        List<Budget> budgets,

        @JsonProperty(required = true) List<EarningRule> rules) {

    /** Where and how a part of a point is rounded away. */
    public record Rounding(
            @JsonPropertyDescription("receipt (default): once, then spread over the lines by largest remainder.")
            Scope scope,

            @JsonPropertyDescription("Default: floor.") Mode mode,

            @JsonPropertyDescription(
                    "Who gets what rounding down leaves: largestRemainder (default), or the first ones.")
            Spread spread) {

        public Rounding {
            scope = scope == null ? Scope.RECEIPT : scope;
            mode = mode == null ? Mode.FLOOR : mode;
            spread = spread == null ? Spread.LARGEST_REMAINDER : spread;
        }
    }

    public enum Spread {
        LARGEST_REMAINDER,
        FIRST
    }

    public enum Scope {
        RECEIPT,
        LINE
    }

    public enum Mode {
        FLOOR,
        HALF_UP,
        CEILING
    }

    /** The one of a group that applies is the first by priority (default) or the one that brings most. */
    public record Group(
            @JsonProperty(required = true) String id,
            @JsonPropertyDescription("Default: first.") Choose choose) {

        public Group {
            choose = choose == null ? Choose.FIRST : choose;
        }
    }

    public enum Choose {
        FIRST,
        BEST
    }

    public record Budget(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) long points) {}

    public EarningPolicy {
        rounding = rounding == null ? new Rounding(null, null, null) : rounding;
        lateGrace = lateGrace == null ? Period.ofDays(14) : lateGrace;
        groups = groups == null ? List.of() : List.copyOf(groups);
        budgets = budgets == null ? List.of() : List.copyOf(budgets);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }
}
