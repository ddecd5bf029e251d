package io.regulars.local.simulator;

import io.regulars.local.Console;
import io.regulars.local.simulator.till.Tally;
import io.regulars.local.truth.Truth.Outcome;

/** What a trading day came to, in sentences. */
public final class SayTally {
    private SayTally() {}

    public static void to(Console console, Tally tally) {
        console.say(
                "%d receipts are recorded and %d people opted in. On purpose, %d receipts were posted again, "
                        + "%d broken ones were refused, %d came with other content.",
                tally.receipts(), tally.members(), tally.repeats(), tally.refusals(), tally.contradictions());
        console.say(
                "Half of the answers came within %.1f ms, 99 %% within %.1f ms; %d left the outcome open, "
                        + "%d never settled.",
                millis(tally, 0.5), millis(tally, 0.99), tally.answers(Outcome.UNKNOWN), tally.givenUps());
        if (tally.surprises() == 0) return;
        console.say("%d answers were not what they had to be:", tally.surprises());
        tally.firstSurprises().forEach(surprise -> console.say("  " + surprise));
    }

    private static double millis(Tally tally, double part) {
        return tally.latencies().percentile(part).toNanos() / 1e6;
    }
}
