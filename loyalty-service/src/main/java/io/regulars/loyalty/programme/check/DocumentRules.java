package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.MembershipPolicy;
import io.regulars.loyalty.programme.document.MembershipPolicy.May;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.WalletPolicy;
import java.util.Currency;

/** What a document must keep to be a promise at all. Every fault is found, not only the first. */
public final class DocumentRules {

    private DocumentRules() {}

    public static void check(ProgrammeDocument document, Catalogue catalogue, Faults faults) {
        faults.unless(document.format() == ProgrammeDocument.FORMAT, "/format", "The format is 1.");
        faults.unless(
                document.id() != null && document.id().matches("[a-z0-9][a-z0-9-]{0,39}"),
                "/id",
                "A programme's id is of small letters, digits and '-', and at most 40 of them.");
        faults.unless(
                document.currency() == null || isCurrency(document.currency()),
                "/currency",
                document.currency() + " is no currency of ISO 4217.");
        wallets(document, faults);
        membership(document.membership(), faults);
        EarningPolicyRules.check(document, catalogue, faults);
        RefundPolicyRules.check(document, faults);
        if (document.tiers() != null) TierPolicyRules.check(document, faults);
        BenefitPolicyRules.check(document, faults);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static void wallets(ProgrammeDocument document, Faults faults) {
        faults.unless(document.wallets().size() <= 2, "/wallets", "A programme has one or two kinds of points.");
        faults.unlessUnique(document.wallets(), WalletPolicy::id, "/wallets");
        faults.unless(
                document.wallets().stream().anyMatch(WalletPolicy::spendable),
                "/wallets",
                "No points can be spent; one wallet is spendable.");
        for (int i = 0; i < document.wallets().size(); i++) {
            WalletPolicyRules.check(document.wallets().get(i), "/wallets/" + i, faults);
        }
    }

    private static void membership(MembershipPolicy membership, Faults faults) {
        May deceased = membership.may(Status.DECEASED);
        faults.unless(
                May.NOTHING.equals(deceased),
                "/membership/statuses/deceased",
                "Nobody who has died earns, spends or is sent anything.");
        faults.unless(
                !membership.may(Status.CLOSED).earn(),
                "/membership/statuses/closed",
                "A closed membership earns nothing; block it to let it earn on.");
        faults.unless(
                membership.may(Status.NEW).earn()
                        || membership.may(Status.ACTIVE).earn(),
                "/membership/statuses",
                "Nobody can earn: neither new nor active members do.");
    }
}
