package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.programme.document.TierPolicy.Downgrade;
import io.regulars.loyalty.programme.document.TierPolicy.Kind;
import io.regulars.loyalty.programme.document.TierPolicy.Level;
import io.regulars.loyalty.programme.document.TierPolicy.Upgrade;
import io.regulars.loyalty.programme.document.TierPolicy.Window;
import io.regulars.loyalty.programme.document.WalletPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What the tiers must keep. */
final class TierPolicyRules {

    private static final Set<Cadence> PERIODS = Set.of(Cadence.MONTH, Cadence.QUARTER, Cadence.HALF, Cadence.YEAR);

    private TierPolicyRules() {}

    static void check(ProgrammeDocument document, Faults faults) {
        TierPolicy tiers = document.tiers();
        levels(tiers, faults);
        MeasureRules.period(tiers.window().length(), "/tiers/window/length", faults);
        if (tiers.hold() != null) MeasureRules.period(tiers.hold().grace(), "/tiers/hold/grace", faults);
        window(tiers.window(), faults);
        boolean hasPeriods =
                tiers.window().kind() == Kind.CALENDAR || tiers.window().kind() == Kind.ANNIVERSARY;
        faults.unless(
                tiers.upgrade() == Upgrade.AT_ONCE || hasPeriods,
                "/tiers/upgrade",
                "There is no next period: the window is neither calendar nor anniversary.");
        faults.unless(
                tiers.hold() == null || tiers.window().kind() != Kind.EVER,
                "/tiers/hold",
                "A window that never ends has no period to hold a tier for.");
        faults.unless(
                tiers.hold() == null || !tiers.hold().grace().isNegative(),
                "/tiers/hold/grace",
                "A tier is not held less long than it is held.");
        faults.unless(
                tiers.downgrade() != Downgrade.SOFT_LANDING || tiers.hold() != null,
                "/tiers/downgrade",
                "A soft landing holds the lower tier, and there is no hold.");
        basis(document, tiers, faults);
    }

    private static void levels(TierPolicy tiers, Faults faults) {
        List<Level> levels = tiers.levels();
        faults.unless(!levels.isEmpty(), "/tiers/levels", "There is at least one level.");
        faults.unlessUnique(levels, Level::id, "/tiers/levels");
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            String pointer = "/tiers/levels/" + i;
            if (i == 0) {
                faults.unless(
                        level.threshold().signum() == 0,
                        pointer + "/threshold",
                        "The lowest tier has threshold 0: everybody is in one.");
            } else {
                Level under = levels.get(i - 1);
                faults.unless(
                        level.threshold().compareTo(under.threshold()) > 0,
                        pointer + "/threshold",
                        "Tier " + level.id() + " does not lie above " + under.id() + ", which stands under it.");
            }
            faults.unless(
                    level.multiply() == null || level.multiply().compareTo(BigDecimal.ONE) >= 0,
                    pointer + "/multiply",
                    "A tier gives no less than none: it is 1 or more, or left out.");
            MeasureRules.money(level.threshold(), pointer + "/threshold", faults);
            MeasureRules.times(level.multiply(), pointer + "/multiply", faults);
            LifePolicyRules.expiry(level.expiry(), pointer + "/expiry", faults);
        }
    }

    private static void window(Window window, Faults faults) {
        boolean calendar = window.kind() == Kind.CALENDAR;
        boolean rolling = window.kind() == Kind.ROLLING;
        faults.unless(
                calendar ? window.unit() != null && PERIODS.contains(window.unit()) : window.unit() == null,
                "/tiers/window/unit",
                "A calendar window is of a month, quarter, half or year; others have no unit.");
        faults.unless(
                rolling
                        ? window.length() != null
                                && !window.length().isZero()
                                && !window.length().isNegative()
                        : window.length() == null,
                "/tiers/window/length",
                "A rolling window is longer than nothing; others have no length.");
    }

    private static void basis(ProgrammeDocument document, TierPolicy tiers, Faults faults) {
        boolean ofPoints = tiers.basis() == Basis.POINTS || tiers.basis() == Basis.BALANCE;
        faults.unless(ofPoints || tiers.wallet() == null, "/tiers/wallet", "Neither spend nor visits are in a wallet.");
        faults.unless(
                tiers.basis() != Basis.BALANCE || tiers.window().kind() != Kind.ROLLING,
                "/tiers/window/kind",
                "A balance is what is at hand now and nothing rolls; its window says only how long a tier is held.");
        if (ofPoints) {
            faults.unless(
                    document.wallets().stream()
                            .filter(wallet ->
                                    tiers.wallet() == null || tiers.wallet().equals(wallet.id()))
                            .anyMatch(WalletPolicy::qualifying),
                    "/tiers/wallet",
                    "No such wallet has points that count for tiers.");
        }
    }
}
