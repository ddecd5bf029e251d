package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.RefundPolicy;
import io.regulars.loyalty.programme.document.RefundPolicy.WhenSpent;

/** What taking back must keep. */
final class RefundPolicyRules {

    private RefundPolicyRules() {}

    static void check(ProgrammeDocument document, Faults faults) {
        RefundPolicy refunds = document.refunds();
        ExpiryPolicy.Kind debt = refunds.debtExpiry().kind();
        faults.unless(
                debt == ExpiryPolicy.Kind.NEVER || debt == ExpiryPolicy.Kind.DATES,
                "/refunds/debtExpiry/kind",
                "Debt has no day of its own from which a period could roll; it is forgiven never or on dates.");
        faults.unless(
                debt == ExpiryPolicy.Kind.NEVER || refunds.whenSpent() == WhenSpent.DEBT,
                "/refunds/debtExpiry",
                "There is no debt to forgive: whenSpent is not debt.");
        LifePolicyRules.expiry(refunds.debtExpiry(), "/refunds/debtExpiry", faults);
        faults.unless(
                refunds.whenSpent() != WhenSpent.ONLY_PENDING || anythingPending(document),
                "/refunds/whenSpent",
                "Only pending points are taken back, and no points are ever pending: refunds would take nothing.");
        faults.unless(
                document.tiers() != null || refunds.takesBackTier(),
                "/refunds/takesBackTier",
                "There are no tiers to take back or to leave.");
    }

    private static boolean anythingPending(ProgrammeDocument document) {
        return document.wallets().stream().anyMatch(wallet -> waits(wallet.pending()))
                || document.earning().rules().stream().anyMatch(rule -> waits(rule.pending()));
    }

    private static boolean waits(PendingPolicy pending) {
        return pending != null && pending.kind() != PendingPolicy.Kind.NONE;
    }
}
