package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Period;
import java.util.List;

/** One kind of points: what they are called, what they are good for, when they start and stop to be so. */
public record WalletPolicy(
        @JsonProperty(required = true) String id,

        @JsonPropertyDescription("What one and many of them are called; default: point, points.")
        PointName name,

        @JsonPropertyDescription("Members can spend them; default: true.")
        Boolean spendable,

        @JsonPropertyDescription("They count for tiers; default: true.")
        Boolean qualifying,

        PendingPolicy pending,
        ExpiryPolicy expiry,

        @JsonPropertyDescription("How long before an expiry it is announced; default: P30D and P7D.")
        List<Period> reminders,

        @JsonPropertyDescription("All rules together earn no more than this.")
        Cap cap,

        @JsonPropertyDescription("A receipt that would bring more brings none.")
        Long perReceipt,

        @JsonPropertyDescription("Active and pending points never exceed it; what does not fit is not credited.")
        Long maxBalance) {

    public static final WalletPolicy POINTS =
            new WalletPolicy("points", null, null, null, null, null, null, null, null, null);

    public record PointName(
            @JsonProperty(required = true) String one,
            @JsonProperty(required = true) String many) {}

    public WalletPolicy {
        name = name == null ? new PointName("point", "points") : name;
        spendable = spendable == null || spendable;
        qualifying = qualifying == null || qualifying;
        pending = pending == null ? PendingPolicy.NONE : pending;
        expiry = expiry == null ? ExpiryPolicy.NEVER : expiry;
        reminders = reminders == null ? List.of(Period.ofDays(30), Period.ofDays(7)) : List.copyOf(reminders);
    }
}
