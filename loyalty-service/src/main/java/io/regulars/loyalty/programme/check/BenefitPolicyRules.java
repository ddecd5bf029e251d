package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.Benefit;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.TierPolicy.Level;
import java.util.List;

/** What benefits must keep. */
final class BenefitPolicyRules {

    private BenefitPolicyRules() {}

    static void check(ProgrammeDocument document, Faults faults) {
        List<String> levels = document.tiers() == null
                ? List.of()
                : document.tiers().levels().stream().map(Level::id).toList();
        faults.unlessUnique(document.benefits(), Benefit::id, "/benefits");
        for (int i = 0; i < document.benefits().size(); i++) {
            Benefit benefit = document.benefits().get(i);
            String pointer = "/benefits/" + i;
            faults.unless(!benefit.levels().isEmpty(), pointer + "/levels", "No tier has it.");
            for (int j = 0; j < benefit.levels().size(); j++) {
                String level = benefit.levels().get(j);
                faults.unless(levels.contains(level), pointer + "/levels/" + j, "There is no tier " + level + ".");
            }
            faults.unless(
                    benefit.limit() == null || benefit.limit().most() > 0,
                    pointer + "/limit/most",
                    "It is more than 0, or left out.");
        }
    }
}
