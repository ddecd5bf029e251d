package io.regulars.gateway.intake;

import io.regulars.events.Intake;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.platform.http.Problem;

/** What was posted, ready to be recorded, or what is wrong with it. */
record Checked(Intake posted, Problem problem) {

    static Checked of(Intake posted) {
        return new Checked(posted, null);
    }

    static Checked no(Flaws flaws) {
        return new Checked(null, flaws.problem());
    }

    static Checked no(Problem problem) {
        return new Checked(null, problem);
    }
}
