package io.regulars.local.check.programme;

import io.regulars.local.check.evidence.Terms.Shape;
import java.util.List;
import java.util.Set;

/** How much of a programme the reference model knows: whatever a document says beyond that is not modelled. */
final class KnownShape {
    private static final Set<String> OF_A_WALLET =
            Set.of("id", "name", "spendable", "qualifying", "reminders", "pending", "expiry");
    private static final Set<String> OF_A_RULE = Set.of("id", "name", "trigger", "wallet", "gives", "priority", "stop");
    private static final Set<String> OF_A_GIFT = Set.of("points", "per", "of", "price", "tax", "wholeStepsOnly");
    private static final Set<String> OF_A_LEVEL = Set.of("id", "name", "threshold");

    private final Words programme;

    KnownShape(Words programme) {
        this.programme = programme;
    }

    Shape shape() {
        return new Shape(
                wallets() && rounding() && rules() && refunds() && levels(),
                tiers(),
                programme.in("membership").text("countsFrom", "").equals("enrolment"),
                gifts());
    }

    /** The first one; a programme that names none has one called points. */
    String wallet() {
        List<Words> wallets = programme.list("wallets");
        return wallets.isEmpty() ? "points" : wallets.get(0).text("id", "points");
    }

    private boolean wallets() {
        List<Words> wallets = programme.list("wallets");
        return wallets.size() <= 1
                && wallets.stream()
                        .allMatch(each -> each.saysOnly(OF_A_WALLET)
                                && each.in("pending").isOrSilent("kind", "none")
                                && each.in("expiry").isOrSilent("kind", "never"));
    }

    private boolean rounding() {
        Words rounding = programme.in("earning").in("rounding");
        return rounding.isOrSilent("scope", "receipt")
                && rounding.isOrSilent("mode", "floor")
                && rounding.isOrSilent("spread", "largestRemainder");
    }

    private boolean rules() {
        List<Words> rules = programme.in("earning").list("rules");
        if (rules.size() != 1 || !rules.get(0).saysOnly(OF_A_RULE)) return false;
        Words gives = rules.get(0).in("gives");
        return rules.get(0).isOrSilent("trigger", "purchase")
                && gives.saysOnly(OF_A_GIFT)
                && gives.text("points", "").equals("1")
                && gives.has("per")
                && gives.text("of", "lines").equals("receipt")
                && gives.isOrSilent("price", "paid")
                && gives.isOrSilent("tax", "included");
    }

    private boolean refunds() {
        Words refunds = programme.in("refunds");
        return refunds.isOrSilent("takenFrom", "line")
                && refunds.isOrSilent("whenSpent", "debt")
                && refunds.in("debtExpiry").isOrSilent("kind", "never");
    }

    /** No tier changes what is earned. */
    private boolean levels() {
        return programme.in("tiers").list("levels").stream().allMatch(each -> each.saysOnly(OF_A_LEVEL));
    }

    private boolean tiers() {
        Words tiers = programme.in("tiers");
        return tiers.text("basis", "").equals("netSpend")
                && tiers.in("window").text("kind", "").equals("rolling")
                && tiers.isOrSilent("upgrade", "atOnce")
                && tiers.isOrSilent("downgrade", "full")
                && !tiers.has("hold")
                && programme.in("refunds").isOrSilent("takesBackTier", "true");
    }

    private boolean gifts() {
        return programme.has("benefits")
                || programme.in("earning").list("rules").stream()
                        .anyMatch(rule -> !rule.isOrSilent("trigger", "purchase"));
    }
}
