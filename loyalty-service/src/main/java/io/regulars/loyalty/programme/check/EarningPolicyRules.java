package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.EarningPolicy;
import io.regulars.loyalty.programme.document.EarningPolicy.Budget;
import io.regulars.loyalty.programme.document.EarningPolicy.Group;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.util.List;

/** What the rules must keep together, and what they speak of must be there. */
final class EarningPolicyRules {

    private EarningPolicyRules() {}

    static void check(ProgrammeDocument document, Catalogue catalogue, Faults faults) {
        EarningPolicy earning = document.earning();
        faults.unless(!earning.rules().isEmpty(), "/earning/rules", "No rule gives any points.");
        faults.unless(!earning.lateGrace().isNegative(), "/earning/lateGrace", "A grace is not less than nothing.");
        MeasureRules.period(earning.lateGrace(), "/earning/lateGrace", faults);
        faults.unlessUnique(earning.rules(), EarningRule::id, "/earning/rules");
        faults.unlessUnique(earning.groups(), Group::id, "/earning/groups");
        faults.unlessUnique(earning.budgets(), Budget::id, "/earning/budgets");
        for (int i = 0; i < earning.budgets().size(); i++) {
            long points = earning.budgets().get(i).points();
            WalletPolicyRules.positive(points, "/earning/budgets/" + i + "/points", faults);
        }
        for (int i = 0; i < earning.rules().size(); i++) {
            EarningRule rule = earning.rules().get(i);
            String pointer = "/earning/rules/" + i;
            references(document, rule, pointer, faults);
            base(document, rule, pointer, faults);
            RulePolicyRules.check(rule, pointer, faults);
            CatalogueRules.check(rule, catalogue, pointer, faults);
        }
    }

    private static void references(ProgrammeDocument document, EarningRule rule, String pointer, Faults faults) {
        List<String> wallets = document.wallets().stream().map(WalletPolicy::id).toList();
        List<String> groups =
                document.earning().groups().stream().map(Group::id).toList();
        List<String> budgets =
                document.earning().budgets().stream().map(Budget::id).toList();
        known(rule.wallet(), wallets, pointer + "/wallet", faults);
        known(rule.group(), groups, pointer + "/group", faults);
        known(rule.limits().budget(), budgets, pointer + "/limits/budget", faults);
    }

    private static void known(String name, List<String> names, String pointer, Faults faults) {
        faults.unless(
                name == null || names.contains(name),
                pointer,
                "There is no " + name + "; there is " + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
    }

    private static void base(ProgrammeDocument document, EarningRule rule, String pointer, Faults faults) {
        boolean builds = rule.gives().multiply() != null || rule.needsBase();
        String wallet = walletOf(rule, document);
        faults.unless(
                !builds
                        || document.earning().rules().stream()
                                .filter(other -> other.gives().points() != null)
                                .anyMatch(other -> walletOf(other, document).equals(wallet)),
                pointer,
                "It builds on what base rules give, and none gives points per money into " + wallet + ".");
    }

    private static String walletOf(EarningRule rule, ProgrammeDocument document) {
        return rule.wallet() == null ? document.wallets().get(0).id() : rule.wallet();
    }
}
