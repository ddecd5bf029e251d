package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.EnumMap;
import java.util.Map;

/** Joining, leaving, coming back, and what each status lets a member do. */
public record MembershipPolicy(
        @JsonPropertyDescription("From when on receipts count; default: startOfBusinessDay.")
        CountsFrom countsFrom,

        @JsonPropertyDescription("What becomes of points when a member leaves; default: frozen.")
        Leaving onLeaving,

        @JsonPropertyDescription("Coming back gives the tier back if it would still be held; default: true.")
        Boolean rejoiningRestoresTier,

        @JsonPropertyDescription("Coming back counts as signing up again; default: false.")
        Boolean rejoiningIsSignUp,

        @JsonPropertyDescription(
                "Differences from: new and active may do all; blocked and closed nothing; deceased nothing.")
        Map<Status, May> statuses,

        @JsonPropertyDescription(
                "Two members turn out to be one: ask staff (default), or auto: wallets are summed, the higher tier stays.")
        Merges merges) {

    public static final MembershipPolicy DEFAULT = new MembershipPolicy(null, null, null, null, null, null);

    public enum CountsFrom {
        START_OF_BUSINESS_DAY,
        ENROLMENT
    }

    public enum Merges {
        ASK,
        AUTO
    }

    public enum Leaving {
        KEPT,
        FROZEN,
        FORFEITED
    }

    public enum Status {
        NEW,
        ACTIVE,
        BLOCKED,
        CLOSED,
        DECEASED
    }

    /** What somebody may do, in the programme. */
    public record May(boolean earn, boolean spend, boolean beSent) {
        public static final May ALL = new May(true, true, true);
        public static final May NOTHING = new May(false, false, false);
    }

    public MembershipPolicy {
        countsFrom = countsFrom == null ? CountsFrom.START_OF_BUSINESS_DAY : countsFrom;
        onLeaving = onLeaving == null ? Leaving.FROZEN : onLeaving;
        merges = merges == null ? Merges.ASK : merges;
        rejoiningRestoresTier = rejoiningRestoresTier == null || rejoiningRestoresTier;
        rejoiningIsSignUp = rejoiningIsSignUp != null && rejoiningIsSignUp;
        Map<Status, May> all = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            all.put(status, status == Status.NEW || status == Status.ACTIVE ? May.ALL : May.NOTHING);
        }
        if (statuses != null) all.putAll(statuses);
        statuses = Map.copyOf(all);
    }

    public May may(Status status) {
        return statuses.get(status);
    }
}
