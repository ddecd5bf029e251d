package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/** A programme as people write it. What is left out has the default its part states; money is in whole units. */
public record ProgrammeDocument(
        @JsonProperty(required = true) @JsonPropertyDescription("The format of this document: 1.")
        int format,

        @JsonProperty(required = true) @JsonPropertyDescription("The programme's name in URLs and facts.")
        String id,

        @JsonPropertyDescription("club (default): joining is free; cardholder: comes with a card.")
        Kind kind,

        @JsonPropertyDescription("As members read it; default: the id.")
        String name,

        @JsonPropertyDescription("Where its days begin; default: the installation's.")
        ZoneId zone,

        @JsonPropertyDescription("ISO 4217, of all money here; default: the installation's.")
        String currency,

        @JsonPropertyDescription("First day of a week; default: monday.")
        DayOfWeek weekStart,

        @JsonPropertyDescription("One or two kinds of points; default: one named points.")
        List<WalletPolicy> wallets,

        MembershipPolicy membership,
        @JsonProperty(required = true) EarningPolicy earning,
        RefundPolicy refunds,

        @JsonPropertyDescription("Left out: a programme without tiers.")
        TierPolicy tiers,

        @JsonPropertyDescription("What a tier gives besides points.")
        List<Benefit> benefits) {

    public static final int FORMAT = 1;

    public enum Kind {
        CLUB,
        CARDHOLDER
    }

    public ProgrammeDocument {
        kind = kind == null ? Kind.CLUB : kind;
        name = name == null ? id : name;
        weekStart = weekStart == null ? DayOfWeek.MONDAY : weekStart;
        wallets = wallets == null || wallets.isEmpty() ? List.of(WalletPolicy.POINTS) : List.copyOf(wallets);
        membership = membership == null ? MembershipPolicy.DEFAULT : membership;
        refunds = refunds == null ? RefundPolicy.DEFAULT : refunds;
        benefits = benefits == null ? List.of() : List.copyOf(benefits);
    }
}
