package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.Cap;
import io.regulars.loyalty.programme.document.WalletPolicy;
import java.time.Period;

/** What one kind of points must keep. */
final class WalletPolicyRules {

    private WalletPolicyRules() {}

    static void check(WalletPolicy wallet, String pointer, Faults faults) {
        faults.unless(
                wallet.spendable() || wallet.qualifying(),
                pointer,
                "Points that can neither be spent nor count for tiers are good for nothing.");
        faults.unless(
                !wallet.name().one().isBlank() && !wallet.name().many().isBlank(),
                pointer + "/name",
                "Points have a name.");
        LifePolicyRules.pending(wallet.pending(), pointer + "/pending", faults);
        LifePolicyRules.expiry(wallet.expiry(), pointer + "/expiry", faults);
        for (int i = 0; i < wallet.reminders().size(); i++) {
            Period ahead = wallet.reminders().get(i);
            faults.unless(
                    !ahead.isNegative() && !ahead.isZero(),
                    pointer + "/reminders/" + i,
                    "An expiry is announced some time ahead of it.");
            MeasureRules.period(ahead, pointer + "/reminders/" + i, faults);
        }
        cap(wallet.cap(), pointer + "/cap", faults);
        positive(wallet.perReceipt(), pointer + "/perReceipt", faults);
        positive(wallet.maxBalance(), pointer + "/maxBalance", faults);
    }

    static void cap(Cap cap, String pointer, Faults faults) {
        if (cap != null) positive(cap.points(), pointer + "/points", faults);
    }

    static void positive(Long points, String pointer, Faults faults) {
        faults.unless(points == null || points > 0, pointer, "It is more than 0, or left out.");
        MeasureRules.points(points, MeasureRules.MOST_POINTS, pointer, faults);
    }
}
